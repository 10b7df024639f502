package io.kernelign.chat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as Python's {@code str} and {@code repr} write them. */
final class PythonPrinter {

    private static final double LARGEST_PLAIN = 1e16;
    private static final double SMALLEST_PLAIN = 1e-4;

    private PythonPrinter() {}

    static String str(Object value) {
        return value instanceof String text ? text : value instanceof Undefined ? "" : repr(value);
    }

    static String repr(Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean b) {
            return b ? "True" : "False";
        }
        if (value instanceof Double d) {
            return number(d);
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PythonPrinter::repr).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> repr(entry.getKey()) + ": " + repr(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Long || value instanceof Undefined) {
            return value instanceof Undefined ? "Undefined" : value.toString();
        }
        throw new Fault("a " + Values.typeName(value) + " has no text");
    }

    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        var exact = new BigDecimal(Double.toString(value));
        if (size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) {
            var plain = exact.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        var digits = exact.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        var mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
        return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        var quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\\' -> quoted.append("\\\\");
                default -> quoted.append(c == quote ? "\\" + quote : printable(c));
            }
        });
        return quoted.append(quote).toString();
    }

    private static String printable(int c) {
        boolean hidden = Character.isISOControl(c) || (isSpaceOrFormat(c) && c != ' ');
        if (!hidden) {
            return Character.toString(c);
        }
        return c < 0x100 ? "\\x%02x".formatted(c) : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
    }

    private static boolean isSpaceOrFormat(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
