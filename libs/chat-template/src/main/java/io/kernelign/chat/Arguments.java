package io.kernelign.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of one call.
 *
 * @param positional in order
 * @param named by name
 * @param meter of the rendering in which the call happens
 */
record Arguments(List<Object> positional, Map<String, Object> named, Meter meter) {

    /** Gives every argument the name of its parameter, as Python does. */
    Bound bind(String function, String... parameters) {
        if (positional.size() > parameters.length) {
            throw new Fault(
                    "%s takes at most %d arguments, not %d".formatted(function, parameters.length, positional.size()));
        }
        var values = new HashMap<String, Object>();
        for (int i = 0; i < positional.size(); i++) {
            values.put(parameters[i], positional.get(i));
        }
        named.forEach((name, value) -> {
            if (!List.of(parameters).contains(name) || values.containsKey(name)) {
                throw new Fault(
                        "%s does not take the argument %s; it takes %s".formatted(function, name, List.of(parameters)));
            }
            values.put(name, value);
        });
        return new Bound(function, values, meter);
    }

    /** Arguments by the names of their parameters. */
    record Bound(String function, Map<String, Object> values, Meter meter) {

        boolean has(String parameter) {
            return values.containsKey(parameter);
        }

        Object get(String parameter, Object fallback) {
            return has(parameter) ? values.get(parameter) : fallback;
        }

        Object get(String parameter) {
            if (!has(parameter)) {
                throw new Fault(function + " needs the argument " + parameter);
            }
            return values.get(parameter);
        }

        /** The argument when it is a text; the fallback where it is absent or none. */
        String text(String parameter, String fallback) {
            var value = get(parameter, null);
            return value == null ? fallback : text(value, parameter);
        }

        String text(String parameter) {
            return text(get(parameter), parameter);
        }

        long integer(String parameter, long fallback) {
            var value = get(parameter, fallback);
            if (value instanceof Long number) {
                return number;
            }
            throw new Fault(function + " needs a whole number as " + parameter);
        }

        private String text(Object value, String parameter) {
            if (value instanceof String text) {
                return text;
            }
            throw new Fault(function + " needs a text as " + parameter + ", not a " + Values.typeName(value));
        }
    }
}
