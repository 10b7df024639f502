package io.kernelign.chat;

import java.util.Map;

/**
 * {@code call macro(...)}: writes what the macro makes, to which the block's body is there as {@code caller()}.
 *
 * @param caller the body, with the parameters that stand after {@code call}
 */
record CallBlock(int line, Call call, MacroDefinition caller) implements Statement {

    @Override
    public Flow run(Scope scope, Output output) {
        var made = call.in(scope, Map.of(MacroDefinition.CALLER, caller.in(scope)));
        output.write(PythonPrinter.str(made, scope.meter()));
        return Flow.NEXT;
    }
}
