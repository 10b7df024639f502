package io.kernelign.evaluation.file;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;

/**
 * Where a record of a benchmark stands.
 *
 * @param file relative to the benchmark's folder
 * @param position in it: {@code line 3}
 */
public record Place(String file, String position) {

    static Place line(String file, long line) {
        return new Place(file, "line " + line);
    }

    static Place example(String file, int number) {
        return new Place(file, "example " + number);
    }

    /** The error for a field that is there but not acceptable. */
    public InvalidInputException unacceptable(String field, Object found, String accepted) {
        return new InvalidInputException(FieldError.unacceptable(of(field), found, accepted));
    }

    /** The error for a field that is not there. */
    public InvalidInputException missing(String field, String accepted) {
        return new InvalidInputException(FieldError.missing(of(field), accepted));
    }

    /** The same errors, of fields of this record. */
    public InvalidInputException holding(InvalidInputException errors) {
        return new InvalidInputException(errors.errors().stream()
                .map(error -> new FieldError(of(error.field()), error.found(), error.accepted(), of(error.message())))
                .toList());
    }

    private String of(String field) {
        return file + ", " + position + ", " + field;
    }
}
