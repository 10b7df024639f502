package io.kernelign.chat;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What may stand after {@code |}. */
final class Filters {

    private static final Map<String, Builtin> SCALAR = Map.ofEntries(
            entry("trim", text("strip")),
            entry("upper", text("upper")),
            entry("lower", text("lower")),
            entry("capitalize", text("capitalize")),
            entry("title", text("title")),
            entry("replace", text("replace")),
            entry("string", plain(PythonPrinter::str)),
            entry("safe", plain(value -> value)),
            entry("abs", plain(value -> Comparison.order(value, 0L) < 0 ? minus(value) : value)),
            entry("int", plain(Filters::toInteger)),
            entry("float", plain(Filters::toReal)),
            entry("default", Filters::fallback),
            entry("d", Filters::fallback),
            entry("tojson", Filters::toJson));

    static final Map<String, Builtin> ALL = all();

    private Filters() {}

    private static Map<String, Builtin> all() {
        var all = new HashMap<>(SCALAR);
        all.putAll(SequenceFilters.ALL);
        return Map.copyOf(all);
    }

    private static Builtin plain(UnaryOperator<Object> filter) {
        return (value, name, arguments) -> {
            arguments.bind(name);
            return filter.apply(value);
        };
    }

    /** A filter that is a method of texts, on the text of any value. */
    private static Builtin text(String method) {
        return (value, name, arguments) -> TextMethods.ALL.get(method).apply(PythonPrinter.str(value), name, arguments);
    }

    private static Object minus(Object value) {
        return Arithmetic.apply("-", 0L, value, new Meter());
    }

    private static Object toInteger(Object value) {
        if (Values.isNumber(value)) {
            return (long) Values.number(value);
        }
        return value instanceof String text && text.strip().matches("[+-]?\\d{1,18}")
                ? Long.parseLong(text.strip())
                : 0L;
    }

    private static Object toReal(Object value) {
        if (Values.isNumber(value)) {
            return Values.number(value);
        }
        return value instanceof String text && text.strip().matches("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?")
                ? Double.parseDouble(text.strip())
                : 0.0;
    }

    private static Object fallback(Object value, String name, Arguments arguments) {
        var bound = arguments.bind(name, "default_value", "boolean");
        boolean absent =
                Values.isTrue(bound.get("boolean", false)) ? !Values.isTrue(value) : value instanceof Undefined;
        return absent ? bound.get("default_value", "") : value;
    }

    private static Object toJson(Object value, String name, Arguments arguments) {
        var bound = arguments.bind(name, "ensure_ascii", "indent", "separators", "sort_keys");
        if (Values.isTrue(bound.get("ensure_ascii", false))) {
            throw new Fault("tojson with ensure_ascii is not supported");
        }
        var indent = bound.get("indent", null) == null ? null : " ".repeat((int) bound.integer("indent", 0));
        var separators = Values.elements(bound.get("separators", Values.pair(indent == null ? ", " : ",", ": ")));
        var json = new Json(
                indent,
                (String) separators.get(0),
                (String) separators.get(1),
                Values.isTrue(bound.get("sort_keys", false)));
        var text = json.write(value);
        arguments.meter().grow(text.length());
        return text;
    }
}
