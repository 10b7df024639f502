package io.kernelign.gateway.upload;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;

/** Numbers in headers. */
final class Numbers {

    private Numbers() {}

    /** @throws InvalidInputException it is no whole number from 0 */
    static long bytes(String header, String text, String accepted) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As wrong as a negative number.
        }
        throw new InvalidInputException(FieldError.unacceptable(header, text, accepted));
    }
}
