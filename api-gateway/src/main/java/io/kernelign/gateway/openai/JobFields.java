package io.kernelign.gateway.openai;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of a job as {@code POST /api/v1/jobs} has them, but for those that OpenAI's dialect has a place for; unchecked. */
final class JobFields implements ValueType<Map<String, Object>> {

    private static final List<String> NAMES =
            List.of("objective", "selection", "pilot", "training", "evaluation", "export");

    @Override
    public Map<String, Object> read(Object raw) {
        if (!(raw instanceof Map<?, ?> object)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        var fields = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> {
            if (!NAMES.contains(String.valueOf(name))) {
                throw new InvalidInputException(
                        FieldError.unknown(String.valueOf(name), value, String.join(", ", NAMES)));
            }
            fields.put(String.valueOf(name), value);
        });
        return fields;
    }

    @Override
    public String accepted() {
        return "an object with the fields " + String.join(", ", NAMES) + " of a job";
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "object");
    }
}
