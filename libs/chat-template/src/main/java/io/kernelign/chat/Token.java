package io.kernelign.chat;

/**
 * @param text the template's text, the name, the operator, or a literal's decoded value
 * @param line from 1
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        TEXT,
        OUTPUT_BEGIN,
        OUTPUT_END,
        TAG_BEGIN,
        TAG_END,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        END
    }

    boolean is(Kind wanted, String wantedText) {
        return kind == wanted && text.equals(wantedText);
    }

    String shown() {
        return switch (kind) {
            case TEXT -> "text";
            case OUTPUT_BEGIN -> "{{";
            case OUTPUT_END -> "}}";
            case TAG_BEGIN -> "{%";
            case TAG_END -> "%}";
            case END -> "the end of the template";
            default -> "'" + text + "'";
        };
    }
}
