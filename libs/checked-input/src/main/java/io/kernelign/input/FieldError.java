package io.kernelign.input;

/**
 * One thing that is wrong with an input.
 *
 * @param field path from the root, dotted, list elements as {@code [i]}; empty for the root itself
 * @param found the offending value as text, cut to 80 characters; {@code null} when the field is missing
 * @param accepted what would have been accepted, as a phrase ("a number from 0 to 1")
 * @param message the whole sentence for a person
 */
public record FieldError(String field, String found, String accepted, String message) {

    private static final int LONGEST_FOUND = 80;

    /** The error for a value that is there but not acceptable. */
    public static FieldError unacceptable(String field, Object found, String accepted) {
        var shown = show(found);
        return new FieldError(field, shown, accepted, field + " is " + shown + "; accepted is " + accepted);
    }

    /** The error for a required value that is not there. */
    public static FieldError missing(String field, String accepted) {
        return new FieldError(field, null, accepted, field + " is missing; accepted is " + accepted);
    }

    /** The error for a name that nobody declared. */
    public static FieldError unknown(String field, Object found, String accepted) {
        return new FieldError(field, show(found), accepted, field + " is not a known field; accepted are " + accepted);
    }

    FieldError under(String parent) {
        if (parent.isEmpty()) {
            return this;
        }
        var path = field.isEmpty() ? parent : field.startsWith("[") ? parent + field : parent + "." + field;
        var sentence = message.startsWith(field) ? path + message.substring(field.length()) : message;
        return new FieldError(path, found, accepted, sentence);
    }

    private static String show(Object value) {
        var text = value instanceof String s ? '"' + s + '"' : String.valueOf(value);
        return text.length() <= LONGEST_FOUND ? text : text.substring(0, LONGEST_FOUND - 1) + "…";
    }
}
