package io.kernelign.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code for target in iterable if condition}.
 *
 * @param condition {@code null} where every element is visited
 * @param otherwise runs when no element is
 */
record ForLoop(int line, Target target, Expression iterable, Expression condition, Block body, Block otherwise)
        implements Statement {

    @Override
    public Flow run(Scope scope, Output output) {
        var elements = visited(scope);
        if (elements.isEmpty()) {
            return otherwise.run(scope, output);
        }
        for (int i = 0; i < elements.size(); i++) {
            scope.meter().step();
            var pass = scope.inner();
            pass.set("loop", new LoopState(elements, i));
            target.assign(elements.get(i), pass);
            if (body.run(pass, output) == Flow.BREAK) {
                break;
            }
        }
        return Flow.NEXT;
    }

    private List<?> visited(Scope scope) {
        var elements = Values.elements(iterable.evaluate(scope));
        if (condition == null) {
            return elements;
        }
        var kept = new ArrayList<Object>();
        for (var element : elements) {
            var pass = scope.inner();
            target.assign(element, pass);
            if (Values.isTrue(condition.evaluate(pass))) {
                kept.add(element);
            }
        }
        return kept;
    }
}
