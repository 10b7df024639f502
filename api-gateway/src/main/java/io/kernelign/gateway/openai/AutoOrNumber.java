package io.kernelign.gateway.openai;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A number, or {@code "auto"} for what the platform does when none is given. */
record AutoOrNumber<T extends Number>(ValueType<T> number) implements ValueType<Optional<T>> {

    static final String AUTO = "auto";

    @Override
    public Optional<T> read(Object raw) {
        if (AUTO.equals(raw)) {
            return Optional.empty();
        }
        try {
            return Optional.of(number.read(raw));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
    }

    @Override
    public String accepted() {
        return "\"auto\", or " + number.accepted();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("oneOf", List.of(Map.of("const", AUTO), number.jsonSchema()));
    }
}
