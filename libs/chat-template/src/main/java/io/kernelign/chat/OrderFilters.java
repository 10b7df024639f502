package io.kernelign.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Filters that order, choose or add elements by their value or an attribute; letters' case counts only on request. */
final class OrderFilters {

    static final Map<String, Builtin> ALL = Map.of(
            "sort", OrderFilters::sort,
            "unique", OrderFilters::unique,
            "min", (value, name, arguments) -> extreme(value, name, arguments, -1),
            "max", (value, name, arguments) -> extreme(value, name, arguments, 1),
            "sum", OrderFilters::sum);

    private OrderFilters() {}

    /** An element and what it is compared by. */
    private record Keyed(Object element, Object key) {}

    private static List<Keyed> keyed(Object value, Arguments.Bound bound) {
        var elements = Values.elements(value);
        bound.meter().grow(elements.size());
        var attribute = bound.get("attribute", null);
        boolean caseSensitive = Values.isTrue(bound.get("case_sensitive", false));
        var keyed = new ArrayList<Keyed>();
        for (var element : elements) {
            bound.meter().step();
            var key = attribute == null ? element : Selection.attribute(element, attribute);
            keyed.add(new Keyed(element, key instanceof String text && !caseSensitive ? PythonText.lower(text) : key));
        }
        return keyed;
    }

    private static Object sort(Object value, String name, Arguments arguments) {
        var bound = arguments.bind(name, "reverse", "case_sensitive", "attribute");
        Comparator<Keyed> order = (a, b) -> Comparison.order(a.key, b.key);
        return keyed(value, bound).stream()
                .sorted(Values.isTrue(bound.get("reverse", false)) ? order.reversed() : order)
                .map(Keyed::element)
                .toList();
    }

    private static Object unique(Object value, String name, Arguments arguments) {
        var seen = new HashSet<Object>();
        return keyed(value, arguments.bind(name, "case_sensitive", "attribute")).stream()
                .filter(keyed -> seen.add(keyed.key))
                .map(Keyed::element)
                .toList();
    }

    private static Object extreme(Object value, String name, Arguments arguments, int side) {
        Keyed best = null;
        for (var keyed : keyed(value, arguments.bind(name, "case_sensitive", "attribute"))) {
            if (best == null || side * Comparison.order(keyed.key, best.key) > 0) {
                best = keyed;
            }
        }
        return best == null ? new Undefined("the " + name + " of nothing") : best.element;
    }

    private static Object sum(Object value, String name, Arguments arguments) {
        var bound = arguments.bind(name, "attribute", "start");
        var total = bound.get("start", 0L);
        var elements = bound.get("attribute", null) == null
                ? Values.elements(value)
                : Selection.attributes(Values.elements(value), bound.get("attribute"), arguments.meter());
        for (var element : elements) {
            arguments.meter().step();
            total = Arithmetic.apply("+", total, element, arguments.meter());
        }
        return total;
    }
}
