package io.kernelign.chat;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Filters over lists, mappings and the characters of texts. */
final class SequenceFilters {

    static final Map<String, Builtin> ALL = Map.ofEntries(
            entry("length", (value, name, arguments) -> (long) Values.length(value)),
            entry("count", (value, name, arguments) -> (long) Values.length(value)),
            entry("list", (value, name, arguments) -> copy(value, arguments)),
            entry("first", (value, name, arguments) -> end(value, true)),
            entry("last", (value, name, arguments) -> end(value, false)),
            entry("reverse", SequenceFilters::reverse),
            entry("join", SequenceFilters::join),
            entry("items", SequenceFilters::items),
            entry("dictsort", SequenceFilters::dictsort),
            entry("map", Selection::map),
            entry("select", (value, name, arguments) -> Selection.byTest(value, arguments, true)),
            entry("reject", (value, name, arguments) -> Selection.byTest(value, arguments, false)),
            entry("selectattr", (value, name, arguments) -> Selection.byAttribute(value, arguments, true)),
            entry("rejectattr", (value, name, arguments) -> Selection.byAttribute(value, arguments, false)));

    private SequenceFilters() {}

    private static List<Object> copy(Object value, Arguments arguments) {
        var elements = Values.elements(value);
        arguments.meter().grow(elements.size());
        return new ArrayList<>(elements);
    }

    private static Object end(Object value, boolean first) {
        var elements = Values.elements(value);
        if (elements.isEmpty()) {
            return new Undefined("an element of an empty list");
        }
        return elements.get(first ? 0 : elements.size() - 1);
    }

    private static Object reverse(Object value, String name, Arguments arguments) {
        var reversed = copy(value, arguments);
        Collections.reverse(reversed);
        return value instanceof String ? join(reversed, "", arguments.meter()) : reversed;
    }

    private static Object join(Object value, String name, Arguments arguments) {
        var bound = arguments.bind(name, "d", "attribute");
        var elements = bound.has("attribute")
                ? Selection.attributes(Values.elements(value), bound.get("attribute"), arguments.meter())
                : value;
        return join(elements, PythonPrinter.str(bound.get("d", ""), arguments.meter()), arguments.meter());
    }

    static String join(Object value, String separator, Meter meter) {
        var joined = new StringBuilder();
        var between = "";
        for (var element : Values.elements(value)) {
            var text = between + PythonPrinter.str(element, meter);
            meter.grow(text.length());
            joined.append(text);
            between = separator;
        }
        return joined.toString();
    }

    private static Object items(Object value, String name, Arguments arguments) {
        if (value instanceof Map<?, ?> map) {
            return MapMethods.items(map, arguments.meter());
        }
        if (value instanceof Undefined) {
            return List.of();
        }
        throw new Fault("items of a " + Values.typeName(value));
    }

    private static Object dictsort(Object value, String name, Arguments arguments) {
        arguments.bind(name);
        if (!(value instanceof Map<?, ?> map)) {
            throw new Fault("dictsort of a " + Values.typeName(value));
        }
        return MapMethods.items(map, arguments.meter()).stream()
                .sorted(Comparator.comparing(pair -> PythonText.lower((String) pair.get(0))))
                .collect(Collectors.toList());
    }
}
