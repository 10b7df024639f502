package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.Map;

/** Plain JSON data that somebody else checks. */
final class Json {

    private Json() {}

    /** Any value but null. */
    static ValueType<Object> any(String accepted) {
        return new Any(accepted);
    }

    /** Any object. */
    static ValueType<Map<String, Object>> object(String accepted) {
        return new AnyObject(accepted);
    }

    private record Any(String accepted) implements ValueType<Object> {
        @Override
        public Object read(Object raw) {
            if (raw == null) {
                throw new InvalidInputException(FieldError.missing("", accepted));
            }
            return raw;
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of();
        }
    }

    private record AnyObject(String accepted) implements ValueType<Map<String, Object>> {
        @Override
        @SuppressWarnings("unchecked") // a JSON object has names
        public Map<String, Object> read(Object raw) {
            if (!(raw instanceof Map<?, ?>)) {
                throw new InvalidInputException(FieldError.unacceptable("", raw, accepted));
            }
            return (Map<String, Object>) raw;
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("type", "object");
        }
    }
}
