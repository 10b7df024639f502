package io.kernelign.chat;

import java.util.ArrayList;
import java.util.List;

/** {@code map}, {@code select}, {@code selectattr} and their opposites: filters that take a filter or test by name. */
final class Selection {

    private Selection() {}

    static Object map(Object value, String name, Arguments arguments) {
        var elements = Values.elements(value);
        if (arguments.named().containsKey("attribute")) {
            return attributes(elements, arguments.bind(name, "attribute").get("attribute"), arguments.meter());
        }
        var filterName = name(arguments, 0, "map");
        var filter = known(Filters.ALL.get(filterName), "filter", filterName);
        var rest = from(arguments, 1);
        var mapped = new ArrayList<>();
        elements.forEach(element -> mapped.add(filter.apply(element, filterName, rest)));
        return mapped;
    }

    static Object byTest(Object value, Arguments arguments, boolean wanted) {
        var selected = new ArrayList<>();
        for (var element : Values.elements(value)) {
            if (holds(element, arguments) == wanted) {
                selected.add(element);
            }
        }
        return selected;
    }

    static Object byAttribute(Object value, Arguments arguments, boolean wanted) {
        var path = name(arguments, 0, "selectattr");
        var rest = from(arguments, 1);
        var selected = new ArrayList<>();
        for (var element : Values.elements(value)) {
            if (holds(attribute(element, path), rest) == wanted) {
                selected.add(element);
            }
        }
        return selected;
    }

    static List<Object> attributes(List<?> elements, Object path, Meter meter) {
        meter.grow(elements.size());
        var attributes = new ArrayList<>();
        elements.forEach(element -> attributes.add(attribute(element, path)));
        return attributes;
    }

    /** @param path names with dots between them, or an index */
    static Object attribute(Object element, Object path) {
        if (!(path instanceof String names)) {
            return Subscript.of(element, path);
        }
        var value = element;
        for (var name : names.split("\\.")) {
            value = Subscript.of(value, name.matches("\\d{1,9}") ? (Object) Long.valueOf(name) : name);
        }
        return value;
    }

    private static boolean holds(Object value, Arguments arguments) {
        arguments.meter().step();
        if (arguments.positional().isEmpty()) {
            return Values.isTrue(value);
        }
        var testName = name(arguments, 0, "select");
        return known(Tests.ALL.get(testName), "test", testName).holds(value, from(arguments, 1));
    }

    private static String name(Arguments arguments, int index, String filter) {
        if (arguments.positional().size() > index && arguments.positional().get(index) instanceof String name) {
            return name;
        }
        throw new Fault(filter + " needs a name");
    }

    private static Arguments from(Arguments arguments, int first) {
        var positional = arguments.positional();
        return new Arguments(positional.subList(first, positional.size()), arguments.named(), arguments.meter());
    }

    private static <T> T known(T found, String kind, String name) {
        if (found == null) {
            throw new Fault("the " + kind + " " + name + " is not supported");
        }
        return found;
    }
}
