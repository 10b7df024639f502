package io.kernelign.embedding;

/** A text as a BERT encoder can take it. */
final class EncoderInput {

    /** Far more than the 128 word pieces that the packaged encoder looks at. */
    static final int LONGEST = 8_000;

    /** Stands for a text without any character that the encoder would keep. */
    private static final String NOTHING = ".";

    private EncoderInput() {}

    static String of(String text) {
        var start = text.length() <= LONGEST ? text : text.substring(0, wholeCharacters(text));
        return start.codePoints().anyMatch(EncoderInput::kept) ? start : NOTHING;
    }

    private static int wholeCharacters(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    /** BERT's normaliser drops control characters, accents that stand alone and blanks. */
    private static boolean kept(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> character != 0xFFFD;
        };
    }
}
