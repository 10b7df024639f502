package io.kernelign.data.defect;

/**
 * One thing that is wrong with one row.
 *
 * @param line number of the line in the unpacked file, from 1
 * @param field path of the field within the row ({@code input.messages[2].role}); empty for the row as a whole
 * @param expected what would have been right, as a phrase
 * @param found the value found, cut to 80 characters
 */
public record Defect(long line, String field, String expected, String found, DefectKind kind) {

    /** The whole defect as a sentence for a person. */
    public String message() {
        var place = field.isEmpty() ? "line " + line : "line " + line + ", " + field;
        return place + ": expected " + expected + ", found " + found;
    }
}
