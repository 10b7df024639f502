package io.kernelign.chat;

/** Texts as Python's {@code repr} quotes them. */
final class PythonQuotes {

    private PythonQuotes() {}

    static String repr(String text) {
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
