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
            var elements = Values.elements(object);
            long at = index < 0 ? index + elements.size() : index;
            return at >= 0 && at < elements.size() ? elements.get((int) at) : missing(object, key);
        }
        return object instanceof Named named && key instanceof String name
                ? named.attribute(name)
                : missing(object, key);
    }

    static Undefined missing(Object object, Object key) {
        return new Undefined("'" + PythonPrinter.str(key) + "' of a " + Values.typeName(object));
    }
}
