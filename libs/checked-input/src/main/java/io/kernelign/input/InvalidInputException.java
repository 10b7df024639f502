package io.kernelign.input;

import java.util.List;
import java.util.stream.Collectors;

/** An input was refused; carries everything that is wrong with it, never only the first thing. */
public final class InvalidInputException extends RuntimeException {

    private final transient List<FieldError> errors;

    public InvalidInputException(List<FieldError> errors) {
        super(errors.stream().map(FieldError::message).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public InvalidInputException(FieldError error) {
        this(List.of(error));
    }

    /** The same errors, of an input that is a part of another one. */
    public InvalidInputException under(String parent) {
        return new InvalidInputException(
                errors.stream().map(error -> error.under(parent)).toList());
    }

    /** At least one error, in the order of the declaration. */
    public List<FieldError> errors() {
        return errors;
    }
}
