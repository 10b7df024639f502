package io.kernelign.chat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values as {@code json.dumps(value, ensure_ascii=False)} writes them.
 *
 * @param indent blanks per level; {@code null} for one line
 */
record Json(String indent, String itemSeparator, String keySeparator, boolean sortKeys) {

    private static final char FIRST_PLAIN = ' ';

    String write(Object value) {
        var json = new StringBuilder();
        write(value, "\n", json);
        return json.toString();
    }

    private void write(Object value, String newline, StringBuilder json) {
        if (value instanceof Map<?, ?> map) {
            writeMap(sortKeys ? new TreeMap<>(map) : map, newline, json);
        } else if (value instanceof List<?> list) {
            writeList(list, newline, json);
        } else if (value instanceof String text) {
            writeText(text, json);
        } else if (value == null || value instanceof Boolean || value instanceof Long) {
            json.append(value);
        } else if (value instanceof Double number) {
            json.append(PythonPrinter.number(number));
        } else if (value instanceof Undefined undefined) {
            throw undefined.fault();
        } else {
            throw new Fault("a " + Values.typeName(value) + " cannot be written as JSON");
        }
    }

    private void writeMap(Map<?, ?> map, String newline, StringBuilder json) {
        json.append('{');
        boolean first = true;
        for (var entry : map.entrySet()) {
            separate(first, newline, json);
            writeText(PythonPrinter.str(entry.getKey()), json);
            json.append(keySeparator);
            write(entry.getValue(), deeper(newline), json);
            first = false;
        }
        close(first, newline, json, '}');
    }

    private void writeList(List<?> list, String newline, StringBuilder json) {
        json.append('[');
        boolean first = true;
        for (var item : list) {
            separate(first, newline, json);
            write(item, deeper(newline), json);
            first = false;
        }
        close(first, newline, json, ']');
    }

    private void separate(boolean first, String newline, StringBuilder json) {
        if (!first) {
            json.append(itemSeparator);
        }
        if (indent != null) {
            json.append(deeper(newline));
        }
    }

    private void close(boolean empty, String newline, StringBuilder json, char bracket) {
        if (indent != null && !empty) {
            json.append(newline);
        }
        json.append(bracket);
    }

    private String deeper(String newline) {
        return newline + indent;
    }

    private static void writeText(String text, StringBuilder json) {
        json.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> json.append(c < FIRST_PLAIN ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        json.append('"');
    }
}
