package io.kernelign.data.defect;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One thing that is wrong with one row.
 *
 * @param place where the row stands
 * @param field path of the field within the row ({@code input.messages[2].role}); empty for the row as a whole
 * @param expected what would have been right, as a phrase
 * @param found the value found, cut to 80 characters
 */
public record Defect(@JsonUnwrapped Place place, String field, String expected, String found, DefectKind kind) {

    /** The whole defect as a sentence for a person. */
    public String message() {
        var where = field.isEmpty() ? place.toString() : place + ", " + field;
        return where + ": expected " + expected + ", found " + found;
    }
}
