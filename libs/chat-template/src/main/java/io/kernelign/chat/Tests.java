package io.kernelign.chat;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What may stand after {@code is}. */
final class Tests {

    /** A question about a value. */
    interface Test {
        boolean holds(Object value, Arguments arguments);
    }

    private static final Map<String, Test> PLAIN = Map.ofEntries(
            entry("defined", plain(value -> !(value instanceof Undefined))),
            entry("undefined", plain(value -> value instanceof Undefined)),
            entry("none", plain(Objects::isNull)),
            entry("string", plain(value -> value instanceof String)),
            entry("mapping", plain(value -> value instanceof Map)),
            entry("sequence", plain(Tests::isIterable)),
            entry("iterable", plain(Tests::isIterable)),
            entry("boolean", plain(value -> value instanceof Boolean)),
            entry("true", plain(value -> Boolean.TRUE.equals(value))),
            entry("false", plain(value -> Boolean.FALSE.equals(value))),
            entry("number", plain(Values::isNumber)),
            entry("integer", plain(value -> value instanceof Long)),
            entry("float", plain(value -> value instanceof Double)),
            entry("odd", plain(value -> remainder(value, 2L) == 1)),
            entry("even", plain(value -> remainder(value, 2L) == 0)),
            entry("divisibleby", (value, arguments) -> remainder(value, other(arguments)) == 0),
            entry("sameas", (value, arguments) -> Objects.equals(value, other(arguments))),
            entry("lower", plain(value -> value instanceof String text && PythonText.isLower(text))),
            entry("upper", plain(value -> value instanceof String text && PythonText.isUpper(text))),
            entry("in", comparison("in")));

    private static final Map<String, String> COMPARISONS = Map.ofEntries(
            entry("equalto", "=="),
            entry("eq", "=="),
            entry("ne", "!="),
            entry("lessthan", "<"),
            entry("lt", "<"),
            entry("le", "<="),
            entry("greaterthan", ">"),
            entry("gt", ">"),
            entry("ge", ">="));

    static final Map<String, Test> ALL = all();

    private Tests() {}

    private static Map<String, Test> all() {
        var all = new HashMap<>(PLAIN);
        COMPARISONS.forEach((name, operator) -> {
            all.put(name, comparison(operator));
            all.put(operator, comparison(operator));
        });
        return Map.copyOf(all);
    }

    private static Test plain(Predicate<Object> holds) {
        return (value, arguments) -> {
            arguments.bind("the test");
            return holds.test(value);
        };
    }

    private static Test comparison(String operator) {
        return (value, arguments) -> Comparison.holds(operator, value, other(arguments), arguments.meter());
    }

    private static boolean isIterable(Object value) {
        return value instanceof List || value instanceof Map || value instanceof String || value instanceof Undefined;
    }

    private static Object other(Arguments arguments) {
        return arguments.bind("the test", "other").get("other");
    }

    private static double remainder(Object value, Object divisor) {
        return Values.number(Arithmetic.apply("%", value, divisor, new Meter()));
    }
}
