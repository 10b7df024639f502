package io.kernelign.input;

import java.util.List;

/** What an input cannot do without. */
public final class Required {

    private Required() {}

    /**
     * A list with a value at least.
     *
     * @throws InvalidInputException that the field is missing, when it is empty
     */
    public static <T> List<T> values(String field, List<T> values) {
        if (values.isEmpty()) {
            throw new InvalidInputException(FieldError.missing(field, "a value"));
        }
        return values;
    }
}
