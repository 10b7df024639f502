package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;

/** What every text of a pair has to be. */
final class Texts {

    private static final int SURROGATES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;

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

    private static boolean hasHalfSurrogatePair(String text) {
        return hasSurrogate(text) && hasHalfOfOne(text);
    }

    /** Without a branch for each character: this looks at every text there is. */
    private static boolean hasSurrogate(String text) {
        int found = 0;
        for (char character : text.toCharArray()) {
            found |= (character ^ Character.MIN_SURROGATE) - SURROGATES;
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
