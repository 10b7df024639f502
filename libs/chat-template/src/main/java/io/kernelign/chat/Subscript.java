package io.kernelign.chat;

import java.util.List;
import java.util.Map;

/** {@code object[key]}: a mapping's key, or an element of a list or text, negative from its end. */
record Subscript(Expression object, Expression key) implements Expression {

    @Override
    public Object in(Scope scope) {
        return of(object.evaluate(scope), key.evaluate(scope));
    }

    static Object of(Object object, Object key) {
        if (object instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (object instanceof Map<?, ?> map && map.containsKey(key)) {
            return map.get(key);
        }
        if ((object instanceof List || object instanceof String) && key instanceof Long index) {
            int length = Values.length(object);
            long at = index < 0 ? index + length : index;
            return at >= 0 && at < length ? element(object, (int) at) : missing(object, key);
        }
        return object instanceof Named named && key instanceof String name
                ? named.attribute(name)
                : missing(object, key);
    }

    private static Object element(Object object, int at) {
        return object instanceof String text ? PythonText.character(text, at) : ((List<?>) object).get(at);
    }

    static Undefined missing(Object object, Object key) {
        var name = key instanceof String || key instanceof Long ? "'" + key + "'" : "a " + Values.typeName(key);
        return new Undefined(name + " of a " + Values.typeName(object));
    }
}
