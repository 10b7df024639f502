package io.kernelign.chat;

import java.util.Map;

/** {@code object.name}: a method, an attribute or a mapping's key. */
record Attribute(Expression object, String name) implements Expression {

    @Override
    public Object in(Scope scope) {
        return of(object.evaluate(scope), name);
    }

    static Object of(Object object, String name) {
        if (object instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (object instanceof Named named) {
            return named.attribute(name);
        }
        if (object instanceof String text && TextMethods.ALL.containsKey(name)) {
            return method(TextMethods.ALL.get(name), text, name);
        }
        if (object instanceof Map<?, ?> map) {
            return MapMethods.ALL.containsKey(name)
                    ? method(MapMethods.ALL.get(name), map, name)
                    : Subscript.of(object, name);
        }
        return Subscript.missing(object, name);
    }

    private static Invocable method(Builtin method, Object subject, String name) {
        return arguments -> method.apply(subject, name, arguments);
    }
}
