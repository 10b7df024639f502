package io.kernelign.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a template: {@code null}, Boolean, Long, Double, String, List, Map, {@link Undefined}, {@link Named}
 * and {@link Invocable}; with Python's rules of truth and iteration.
 */
final class Values {

    private Values() {}

    /** Turns JSON data into such values. */
    static Object of(Object json) {
        if (json == null
                || json instanceof Boolean
                || json instanceof Long
                || json instanceof Double
                || json instanceof String) {
            return json;
        }
        if (json instanceof Integer || json instanceof Short || json instanceof Byte) {
            return ((Number) json).longValue();
        }
        if (json instanceof Float number) {
            return number.doubleValue();
        }
        if (json instanceof List<?> list) {
            var values = new ArrayList<>(list.size());
            list.forEach(item -> values.add(of(item)));
            return values;
        }
        if (json instanceof Map<?, ?> map) {
            var values = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> values.put((String) key, of(value)));
            return values;
        }
        throw new IllegalArgumentException("no JSON value: " + json.getClass().getName());
    }

    static boolean isTrue(Object value) {
        if (value instanceof Boolean b) {
            return b;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (isNumber(value)) {
            return number(value) != 0;
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != null && !(value instanceof Undefined);
    }

    /** The elements that a loop over the value visits. */
    static List<?> elements(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.keySet());
        }
        if (value instanceof String text) {
            return PythonText.characters(text);
        }
        if (value instanceof Undefined) {
            return List.of();
        }
        throw new Fault("a " + typeName(value) + " cannot be iterated over");
    }

    static int length(Object value) {
        return value instanceof String text
                ? PythonText.length(text)
                : elements(value).size();
    }

    static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof Boolean;
    }

    /** A number or boolean as a double. */
    static double number(Object value) {
        return value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).doubleValue();
    }

    static String typeName(Object value) {
        if (value == null) {
            return "none";
        }
        if (isNumber(value)) {
            return value instanceof Boolean ? "boolean" : "number";
        }
        return value instanceof String
                ? "text"
                : value instanceof List ? "list" : value instanceof Map ? "mapping" : "function";
    }
}
