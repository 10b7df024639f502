package io.kernelign.trainer.spec;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The word "auto" (read as empty) or a value.
 *
 * @param type of the value, an object
 */
record AutoOr<T>(ValueType<T> type) implements ValueType<Optional<T>> {

    private static final String AUTO = "auto";

    @Override
    public Optional<T> read(Object raw) {
        if (AUTO.equals(raw)) {
            return Optional.empty();
        }
        if (raw instanceof Map<?, ?>) {
            return Optional.of(type.read(raw));
        }
        throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
    }

    @Override
    public String accepted() {
        return "\"auto\" or " + type.accepted();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("oneOf", List.of(Map.of("const", AUTO), type.jsonSchema()));
    }

    @Override
    public Object write(Optional<T> value) {
        return value.<Object>map(type::write).orElse(AUTO);
    }
}
