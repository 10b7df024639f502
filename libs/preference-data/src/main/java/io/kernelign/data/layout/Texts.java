package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.defect.Excerpt;
import io.kernelign.data.text.Text;

/** What every text of a pair has to be. */
final class Texts {

    private Texts() {}

    /** The text itself if it is not blank, not too long, and can be written as UTF-8. */
    static Text checked(String field, Text text, int longest) {
        if (text.isBlank()) {
            throw new BadRowException(
                    DefectKind.EMPTY_FIELD, field, "a text that is not empty", Excerpt.quoted(text.toString()));
        }
        return bounded(field, text, longest);
    }

    /** As {@link #checked}, but an empty text will do. */
    static Text bounded(String field, Text text, int longest) {
        if (!limited(field, text, longest).isWellFormed()) {
            throw new BadRowException(
                    DefectKind.INVALID_UTF8, field, "text without half surrogate pairs", "one of them");
        }
        return text;
    }

    /** The text itself if it is not too long. */
    static Text limited(String field, Text text, int longest) {
        if (text.isLongerThan(longest)) {
            throw new BadRowException(
                    DefectKind.TEXT_TOO_LONG,
                    field,
                    "at most " + longest + " characters",
                    text.utf16Length() + " characters: " + text);
        }
        return text;
    }
}
