package io.kernelign.chat;

import java.util.Map;

/** Escapes of Python string literals. */
final class StringLiteral {

    private static final Map<Character, String> SHORT = Map.ofEntries(
            Map.entry('n', "\n"),
            Map.entry('t', "\t"),
            Map.entry('r', "\r"),
            Map.entry('\\', "\\"),
            Map.entry('\'', "'"),
            Map.entry('"', "\""),
            Map.entry('a', "\u0007"),
            Map.entry('b', "\b"),
            Map.entry('f', "\f"),
            Map.entry('v', "\u000b"),
            Map.entry('0', "\0"),
            Map.entry('\n', ""));
    private static final Map<Character, Integer> HEX_DIGITS = Map.of('x', 2, 'u', 4, 'U', 8);

    private StringLiteral() {}

    /** An escape that Python does not know stays as it is, backslash and all. */
    static String decode(String raw, int line) {
        var text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            if (HEX_DIGITS.containsKey(escape)) {
                int digits = HEX_DIGITS.get(escape);
                text.appendCodePoint(codePoint(raw, i + 1, digits, line));
                i += digits;
            } else {
                text.append(SHORT.getOrDefault(escape, "\\" + escape));
            }
        }
        return text.toString();
    }

    private static int codePoint(String raw, int start, int digits, int line) {
        try {
            int point = Integer.parseInt(raw, start, start + digits, 16);
            if (Character.isValidCodePoint(point)) {
                return point;
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // falls through to the one error for all of them
        }
        throw new TemplateException(line, "a string holds an escape without " + digits + " hexadecimal digits");
    }
}
