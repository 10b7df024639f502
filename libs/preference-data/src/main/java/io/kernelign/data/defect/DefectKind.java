package io.kernelign.data.defect;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is wrong with a row. An error makes the row unusable; a warning does not. */
public enum DefectKind {
    INVALID_JSON,
    /** Not as many fields as the header has, or a quotation mark out of place. */
    INVALID_CSV,
    INVALID_UTF8,
    LINE_TOO_LONG,
    NESTED_TOO_DEEPLY,
    /** A field is absent or null. */
    MISSING_FIELD,
    /** A text has no character but white space, or a list no element. */
    EMPTY_FIELD,
    /** A field does not have the form that the layout gives it. */
    MALFORMED_FIELD,
    TEXT_TOO_LONG,
    UNKNOWN_ROLE,
    /** A row of several responses makes more pairs than any published one. */
    TOO_MANY_PAIRS,
    /** A message calls a tool or holds what one answered. */
    TOOL_USE,
    NO_USER_TURN,
    LAST_TURN_NOT_ASSISTANT,
    /** Chosen and rejected do not answer the same turns. */
    PROMPTS_DIFFER,
    CHOSEN_EQUALS_REJECTED,
    DUPLICATE_PAIR,
    /** The same prompt with chosen and rejected swapped. */
    CONTRADICTION;

    public boolean isWarning() {
        return this == DUPLICATE_PAIR || this == CONTRADICTION;
    }

    /** The name in reports, such as {@code invalid_json}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
