package io.kernelign.gateway.dataset;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import java.util.Optional;

/** A parameter of a query that takes one of a few names. */
final class QueryChoice {

    private QueryChoice() {}

    /**
     * @param text what the caller sent; {@code null} for nothing
     * @throws InvalidInputException it names none of the constants
     */
    static <E extends Enum<E>> Optional<E> read(String parameter, Class<E> constants, String text) {
        if (text == null) {
            return Optional.empty();
        }
        var type = Types.constant(constants);
        try {
            return Optional.of(type.read(text));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(FieldError.unacceptable(parameter, text, type.accepted()));
        }
    }
}
