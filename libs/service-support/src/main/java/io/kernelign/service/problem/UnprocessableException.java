package io.kernelign.service.problem;

import io.kernelign.input.FieldError;
import java.util.List;

/** The request is right in itself but cannot be done here as it is: HTTP 422. */
public final class UnprocessableException extends RuntimeException {

    private final transient List<FieldError> errors;

    /**
     * @param sentence what stands in the way, for a person
     * @param errors fields that would have to be otherwise
     */
    public UnprocessableException(String sentence, List<FieldError> errors) {
        super(sentence);
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
