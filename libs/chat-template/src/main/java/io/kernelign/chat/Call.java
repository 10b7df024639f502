package io.kernelign.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call of a function, a macro or a method. */
record Call(Expression callee, CallArguments arguments) implements Expression {

    /** The arguments as written. */
    record CallArguments(List<Expression> positional, Map<String, Expression> named) {

        static final CallArguments NONE = new CallArguments(List.of(), Map.of());

        Arguments evaluate(Scope scope) {
            var values = new ArrayList<>(positional.size());
            positional.forEach(argument -> values.add(argument.evaluate(scope)));
            var byName = new LinkedHashMap<String, Object>();
            named.forEach((name, argument) -> byName.put(name, argument.evaluate(scope)));
            return new Arguments(values, byName, scope.meter());
        }
    }

    @Override
    public Object in(Scope scope) {
        var function = callee.evaluate(scope);
        if (function instanceof Invocable invocable) {
            return invocable.call(arguments.evaluate(scope));
        }
        throw function instanceof Undefined undefined
                ? undefined.fault()
                : new Fault("a " + Values.typeName(function) + " cannot be called");
    }
}
