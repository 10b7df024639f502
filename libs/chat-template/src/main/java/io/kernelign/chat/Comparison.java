package io.kernelign.chat;

import java.util.List;
import java.util.Map;

/** {@code a < b}, also chained as {@code a < b < c}, which compares neighbours. */
record Comparison(Expression first, List<Operand> rest) implements Expression {

    record Operand(String operator, Expression value) {}

    @Override
    public Object in(Scope scope) {
        var left = first.evaluate(scope);
        for (var operand : rest) {
            var right = operand.value().evaluate(scope);
            if (!holds(operand.operator(), left, right, scope.meter())) {
                return false;
            }
            left = right;
        }
        return true;
    }

    static boolean holds(String operator, Object a, Object b, Meter meter) {
        return switch (operator) {
            case "==" -> Equality.holds(a, b, meter);
            case "!=" -> !Equality.holds(a, b, meter);
            case "in" -> contains(b, a, meter);
            case "not in" -> !contains(b, a, meter);
            case "<" -> order(a, b) < 0;
            case "<=" -> order(a, b) <= 0;
            case ">" -> order(a, b) > 0;
            default -> order(a, b) >= 0;
        };
    }

    private static boolean contains(Object container, Object item, Meter meter) {
        if (container instanceof String text) {
            if (item instanceof String part) {
                return text.contains(part);
            }
            throw new Fault("a " + Values.typeName(item) + " cannot be in a text");
        }
        if (container instanceof Map<?, ?> map) {
            return map.containsKey(item);
        }
        return Values.elements(container).stream().anyMatch(element -> Equality.holds(element, item, meter));
    }

    static int order(Object a, Object b) {
        if (Values.isNumber(a) && Values.isNumber(b)) {
            return Double.compare(Values.number(a), Values.number(b));
        }
        if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        }
        throw new Fault("a %s cannot be ordered against a %s".formatted(Values.typeName(a), Values.typeName(b)));
    }
}
