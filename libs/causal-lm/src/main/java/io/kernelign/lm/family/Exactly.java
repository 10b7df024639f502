package io.kernelign.lm.family;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.Map;

/**
 * A field of which only one value is understood.
 *
 * @param value the value; {@code null} when the field must be absent
 */
record Exactly(Object value, String accepted) implements ValueType<Object> {

    @Override
    public Object read(Object raw) {
        if (!raw.equals(value)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted));
        }
        return raw;
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("const", value);
    }
}
