package io.kernelign.chat;

import java.util.List;

/** Where {@code set} and {@code for} put a value. */
interface Target {

    void assign(Object value, Scope scope);

    static Target variable(String name) {
        return (value, scope) -> scope.set(name, value);
    }

    /** {@code name.attribute} of a namespace. */
    static Target attribute(String name, String attribute) {
        return (value, scope) -> {
            if (!(scope.find(name) instanceof Namespace namespace)) {
                throw new Fault(name + " is not a namespace, so that its " + attribute + " cannot be set");
            }
            namespace.set(attribute, value);
        };
    }

    /** {@code a, b}: one element of the value each. */
    static Target each(List<Target> parts) {
        return (value, scope) -> {
            var elements = Values.elements(value);
            if (elements.size() != parts.size()) {
                throw new Fault(elements.size() + " values for " + parts.size() + " names");
            }
            for (int i = 0; i < parts.size(); i++) {
                parts.get(i).assign(elements.get(i), scope);
            }
        };
    }
}
