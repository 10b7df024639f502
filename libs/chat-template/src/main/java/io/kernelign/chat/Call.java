package io.kernelign.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call of a function, a macro or a method. */
record Call(Expression callee, CallArguments arguments) implements Expression {

    /**
     * The arguments as written.
     *
     * @param rest a list of further ones, as in {@code f(*rest)}; {@code null} for none
     * @param namedRest a mapping of further ones, as in {@code f(**rest)}; {@code null} for none
     */
    record CallArguments(
            List<Expression> positional, Map<String, Expression> named, Expression rest, Expression namedRest) {

        static final CallArguments NONE = of(List.of());

        static CallArguments of(List<Expression> positional) {
            return new CallArguments(positional, Map.of(), null, null);
        }

        Arguments evaluate(Scope scope) {
            var values = new ArrayList<>(positional.size());
            positional.forEach(argument -> values.add(argument.evaluate(scope)));
            var byName = new LinkedHashMap<String, Object>();
            named.forEach((name, argument) -> byName.put(name, argument.evaluate(scope)));
            if (rest != null) {
                values.addAll(Values.elements(rest.evaluate(scope)));
            }
            if (namedRest != null) {
                mapping(namedRest.evaluate(scope)).forEach((name, value) -> byName.put((String) name, value));
            }
            return new Arguments(values, byName, scope.meter());
        }

        private static Map<?, ?> mapping(Object value) {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new Fault("arguments after ** must be a mapping, not a " + Values.typeName(value));
        }
    }

    @Override
    public Object in(Scope scope) {
        var function = callee.evaluate(scope);
        if (function instanceof Invocable invocable) {
            return invocable.call(arguments.evaluate(scope));
        }
        if (callee instanceof Attribute attribute && Symbols.CHANGING.contains(attribute.name())) {
            throw new Fault("a template may not change a list or mapping by " + attribute.name());
        }
        throw function instanceof Undefined undefined
                ? undefined.fault()
                : new Fault("a " + Values.typeName(function) + " cannot be called");
    }
}
