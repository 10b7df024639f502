package io.kernelign.evaluation.file;

import java.util.Map;
import java.util.function.Predicate;

/**
 * One record of a benchmark's file.
 *
 * @param fields by name; texts, but for JSON's other values
 */
public record Row(Place place, Map<String, ?> fields) {

    private static final String TEXT = "a text that is not blank";

    /** @throws io.kernelign.input.InvalidInputException when the field is missing, blank or no text */
    public String text(String field) {
        return text(field, text -> !text.isBlank(), TEXT);
    }

    /**
     * A text of a certain form.
     *
     * @param accepted the form as a phrase
     * @throws io.kernelign.input.InvalidInputException when the field is missing or of another form
     */
    public String text(String field, Predicate<String> form, String accepted) {
        var value = fields.get(field);
        if (value == null) {
            throw place.missing(field, accepted);
        }
        if (value instanceof String text && form.test(text)) {
            return text;
        }
        throw place.unacceptable(field, value, accepted);
    }
}
