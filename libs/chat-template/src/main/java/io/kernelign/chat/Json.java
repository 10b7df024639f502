package io.kernelign.chat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as {@code json.dumps} writes them. */
final class Json {

    private static final char FIRST_PLAIN = ' ';
    private static final char LAST_ASCII = '~';

    /**
     * @param indent blanks per level; {@code null} for one line
     * @param ascii whether other characters become escapes
     */
    record Style(String indent, String itemSeparator, String keySeparator, boolean sortKeys, boolean ascii) {}

    private final StringBuilder json = new StringBuilder();
    private final Style style;
    private final Meter meter;

    private Json(Style style, Meter meter) {
        this.style = style;
        this.meter = meter;
    }

    static String write(Object value, Style style, Meter meter) {
        var writer = new Json(style, meter);
        writer.write(value, "\n");
        return writer.json.toString();
    }

    private void write(Object value, String newline) {
        meter.step();
        if (value instanceof Map<?, ?> map) {
            writeMap(style.sortKeys() ? new TreeMap<>(map) : map, newline);
        } else if (value instanceof List<?> list) {
            writeList(list, newline);
        } else if (value instanceof String text) {
            append(quoted(text));
        } else if (value == null || value instanceof Boolean || value instanceof Long) {
            append(String.valueOf(value));
        } else if (value instanceof Double number) {
            append(PythonNumber.repr(number));
        } else if (value instanceof Undefined undefined) {
            throw undefined.fault();
        } else {
            throw new Fault("a " + Values.typeName(value) + " cannot be written as JSON");
        }
    }

    private void writeMap(Map<?, ?> map, String newline) {
        append("{");
        boolean first = true;
        for (var entry : map.entrySet()) {
            separate(first, newline);
            append(quoted((String) entry.getKey()));
            append(style.keySeparator());
            write(entry.getValue(), deeper(newline));
            first = false;
        }
        close(first, newline, "}");
    }

    private void writeList(List<?> list, String newline) {
        append("[");
        boolean first = true;
        for (var item : list) {
            separate(first, newline);
            write(item, deeper(newline));
            first = false;
        }
        close(first, newline, "]");
    }

    private void separate(boolean first, String newline) {
        append(first ? "" : style.itemSeparator());
        append(style.indent() == null ? "" : deeper(newline));
    }

    private void close(boolean empty, String newline, String bracket) {
        append(style.indent() == null || empty ? "" : newline);
        append(bracket);
    }

    private String deeper(String newline) {
        return newline + style.indent();
    }

    private void append(String part) {
        meter.grow(part.length());
        json.append(part);
    }

    private String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> quoted.append(escaped(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    private boolean escaped(char c) {
        return c < FIRST_PLAIN || (style.ascii() && c > LAST_ASCII);
    }
}
