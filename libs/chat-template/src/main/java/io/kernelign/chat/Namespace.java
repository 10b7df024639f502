package io.kernelign.chat;

import java.util.HashMap;
import java.util.Map;

/** What {@code namespace()} makes: the only thing whose attributes a template can set. */
final class Namespace implements Named {

    private final Map<String, Object> attributes;

    Namespace(Map<String, Object> attributes) {
        this.attributes = new HashMap<>(attributes);
    }

    @Override
    public Object attribute(String name) {
        return attributes.containsKey(name) ? attributes.get(name) : new Undefined("the namespace's " + name);
    }

    void set(String name, Object value) {
        attributes.put(name, value);
    }
}
