package io.kernelign.trainer.spec;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object whose fields somebody else checks. */
final class PlainObject implements ValueType<Map<String, Object>> {

    @Override
    public Map<String, Object> read(Object raw) {
        if (!(raw instanceof Map<?, ?> given)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        var read = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> read.put(String.valueOf(name), value));
        return read;
    }

    @Override
    public String accepted() {
        return "an object";
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "object");
    }
}
