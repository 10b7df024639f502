package io.kernelign.data.text;

import java.util.Arrays;

/** Texts with halves of surrogate pairs, in the bytes that UTF-8 would have for them (as WTF-8 has it). */
final class SurrogateHalves {

    private static final int SURROGATES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;
    private static final int BLOCK = 256;
    private static final int LONGEST = 3;

    private SurrogateHalves() {}

    /** Whether a text has any. */
    static boolean areIn(String text) {
        return hasSurrogate(text) && text.codePoints().anyMatch(SurrogateHalves::isOne);
    }

    private static boolean isOne(int character) {
        return Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE;
    }

    /** Block by block and without a branch for each character: this looks at every text that comes as a string. */
    private static boolean hasSurrogate(String text) {
        var block = new char[Math.min(BLOCK, text.length())];
        int found = 0;
        for (int from = 0; from < text.length(); from += BLOCK) {
            int to = Math.min(text.length(), from + BLOCK);
            text.getChars(from, to, block, 0);
            for (int i = 0; i < to - from; i++) {
                found |= (block[i] ^ Character.MIN_SURROGATE) - SURROGATES;
            }
        }
        return found < 0;
    }

    static byte[] encode(String text) {
        var bytes = new byte[LONGEST * text.length()];
        int at = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            at = Utf8.put(text.codePointAt(i), bytes, at);
        }
        return Arrays.copyOf(bytes, at);
    }

    static String decode(byte[] bytes, int begin, int end) {
        var text = new StringBuilder(end - begin);
        for (int at = begin; at < end; at += Utf8.length(Utf8.characterAt(bytes, at))) {
            text.appendCodePoint(Utf8.characterAt(bytes, at));
        }
        return text.toString();
    }
}
