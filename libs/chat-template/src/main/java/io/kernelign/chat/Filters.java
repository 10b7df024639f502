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
            entry(
                    "string",
                    (value, name, arguments) ->
                            PythonPrinter.str(value, arguments.bind(name).meter())),
            entry("safe", plain(value -> value)),
            entry("abs", plain(value -> Comparison.order(value, 0L) < 0 ? minus(value) : value)),
            entry("int", plain(Filters::toInteger)),
            entry("float", plain(Filters::toReal)),
            entry("default", Filters::fallback),
            entry("d", Filters::fallback),
            entry("indent", Filters::indent),
            entry("tojson", Filters::toJson));

    static final Map<String, Builtin> ALL = all();

    private Filters() {}

    private static Map<String, Builtin> all() {
        var all = new HashMap<>(SCALAR);
        all.putAll(SequenceFilters.ALL);
        all.putAll(OrderFilters.ALL);
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
        return (value, name, arguments) ->
                TextMethods.ALL.get(method).apply(PythonPrinter.str(value, arguments.meter()), name, arguments);
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

    /** Blanks before every line but the first, and but the empty ones. */
    private static Object indent(Object value, String name, Arguments arguments) {
        var bound = arguments.bind(name, "width", "first", "blank");
        var blanks = bound.get("width", 4L) instanceof String text
                ? text
                : " ".repeat((int) Math.max(0, Math.min(bound.integer("width", 4), 1_000)));
        boolean blank = Values.isTrue(bound.get("blank", false));
        var lines = PythonText.lines(PythonPrinter.str(value, arguments.meter()) + "\n");
        var indented = new StringBuilder(Values.isTrue(bound.get("first", false)) ? blanks : "").append(lines.get(0));
        for (var line : lines.subList(1, lines.size())) {
            arguments.meter().grow(blanks.length() + line.length());
            indented.append('\n').append(blank || !line.isEmpty() ? blanks : "").append(line);
        }
        return indented.toString();
    }

    private static Object toJson(Object value, String name, Arguments arguments) {
        var bound = arguments.bind(name, "ensure_ascii", "indent", "separators", "sort_keys");
        var indent = bound.get("indent", null) == null ? null : " ".repeat((int) bound.integer("indent", 0));
        var separators = Values.elements(bound.get("separators", Tuple.of(indent == null ? ", " : ",", ": ")));
        var style = new Json.Style(
                indent,
                (String) separators.get(0),
                (String) separators.get(1),
                Values.isTrue(bound.get("sort_keys", false)),
                Values.isTrue(bound.get("ensure_ascii", false)));
        return Json.write(value, style, arguments.meter());
    }
}
