package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;

/** What every text of a pair has to be. */
final class Texts {

    private static final int SURROGATES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;

    private static final int BLOCK = 256;

    private Texts() {}

    /** The text itself if it is not blank, not too long, and can be written as UTF-8. */
    static String checked(String field, String text, int longest) {
        if (text.isBlank()) {
            throw new BadRowException(DefectKind.EMPTY_FIELD, field, "a text that is not empty", Excerpt.quoted(text));
        }
        return bounded(field, text, longest);
    }

    /** As {@link #checked}, but an empty text will do. */
    static String bounded(String field, String text, int longest) {
        if (hasHalfSurrogatePair(limited(field, text, longest))) {
            throw new BadRowException(
                    DefectKind.INVALID_UTF8, field, "text without half surrogate pairs", "one of them");
        }
        return text;
    }

    /** The text itself if it is not too long. */
    static String limited(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new BadRowException(
                    DefectKind.TEXT_TOO_LONG,
                    field,
                    "at most " + longest + " characters",
                    text.length() + " characters: " + text);
        }
        return text;
    }

    /** A part of a text without the white space around it. */
    static String stripped(String text, int from, int to) {
        int begin = Math.min(to, endOfWhiteSpace(text, from));
        int end = to;
        while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** Where the white space ends that begins there. */
    static int endOfWhiteSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean hasHalfSurrogatePair(String text) {
        return hasSurrogate(text) && hasHalfOfOne(text);
    }

    /** Block by block and without a branch for each character: this looks at every text there is. */
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

    private static boolean hasHalfOfOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
