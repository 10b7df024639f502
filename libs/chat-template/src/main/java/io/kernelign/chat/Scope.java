package io.kernelign.chat;

import java.util.HashMap;
import java.util.Map;

/** Variables by name; a loop pass and a macro call have a scope of their own inside the one around them. */
final class Scope {

    private final Map<String, Object> variables = new HashMap<>();
    private final Scope outer;
    private final Meter meter;

    private Scope(Scope outer, Meter meter) {
        this.outer = outer;
        this.meter = meter;
    }

    static Scope outermost(Map<String, ?> variables) {
        var scope = new Scope(null, new Meter());
        scope.variables.putAll(variables);
        return scope;
    }

    Scope inner() {
        return new Scope(this, meter);
    }

    Object find(String name) {
        for (var scope = this; scope != null; scope = scope.outer) {
            if (scope.variables.containsKey(name)) {
                return scope.variables.get(name);
            }
        }
        return new Undefined("'" + name + "'");
    }

    void set(String name, Object value) {
        variables.put(name, value);
    }

    Meter meter() {
        return meter;
    }
}
