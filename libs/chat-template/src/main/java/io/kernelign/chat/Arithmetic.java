package io.kernelign.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code + - * / // %} on numbers, {@code +} and {@code *} also on texts and lists, {@code ~} on anything. */
record Arithmetic(String operator, Expression left, Expression right) implements Expression {

    @Override
    public Object in(Scope scope) {
        return apply(operator, left.evaluate(scope), right.evaluate(scope), scope.meter());
    }

    static Object apply(String operator, Object a, Object b, Meter meter) {
        if (operator.equals("~")) {
            return join(PythonPrinter.str(a, meter), PythonPrinter.str(b, meter), meter);
        }
        if (a instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (b instanceof Undefined undefined) {
            throw undefined.fault();
        }
        if (Values.isNumber(a) && Values.isNumber(b)) {
            return numbers(operator, a, b);
        }
        if (operator.equals("+") && a instanceof String x && b instanceof String y) {
            return join(x, y, meter);
        }
        if (operator.equals("+") && a instanceof List<?> x && b instanceof List<?> y) {
            return join(x, y, meter);
        }
        if (operator.equals("*") && (a instanceof Long || b instanceof Long)) {
            return b instanceof Long times ? repeat(a, times, meter) : repeat(b, (Long) a, meter);
        }
        throw new Fault("a %s %s a %s is not possible".formatted(Values.typeName(a), operator, Values.typeName(b)));
    }

    private static Object numbers(String operator, Object a, Object b) {
        if (a instanceof Double || b instanceof Double || operator.equals("/")) {
            return real(operator, Values.number(a), Values.number(b));
        }
        return whole(operator, (long) Values.number(a), (long) Values.number(b));
    }

    private static long whole(String operator, long a, long b) {
        try {
            return switch (operator) {
                case "+" -> Math.addExact(a, b);
                case "-" -> Math.subtractExact(a, b);
                case "*" -> Math.multiplyExact(a, b);
                case "//" -> Math.floorDiv(a, b);
                default -> Math.floorMod(a, b);
            };
        } catch (ArithmeticException e) {
            throw new Fault("%d %s %d: %s".formatted(a, operator, b, e.getMessage()));
        }
    }

    private static double real(String operator, double a, double b) {
        if (b == 0 && !"+-*".contains(operator)) {
            throw new Fault("division by zero");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "//" -> Math.floor(a / b);
            default -> a - b * Math.floor(a / b);
        };
    }

    private static String join(String a, String b, Meter meter) {
        meter.grow((long) a.length() + b.length());
        return a + b;
    }

    private static List<Object> join(List<?> a, List<?> b, Meter meter) {
        meter.grow((long) a.size() + b.size());
        var joined = new ArrayList<Object>(a);
        joined.addAll(b);
        return joined;
    }

    private static Object repeat(Object value, long times, Meter meter) {
        long count = Math.max(0, Math.min(times, Integer.MAX_VALUE));
        if (value instanceof String text) {
            meter.grow(count * text.length());
            return text.repeat((int) count);
        }
        if (value instanceof List<?> list) {
            meter.grow(count * list.size());
            return Collections.nCopies((int) count, list).stream()
                    .flatMap(List::stream)
                    .map(Object.class::cast)
                    .toList();
        }
        throw new Fault("a " + Values.typeName(value) + " cannot be repeated");
    }
}
