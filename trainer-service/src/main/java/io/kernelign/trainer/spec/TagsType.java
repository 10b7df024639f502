package io.kernelign.trainer.spec;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** Words of the user's own, by which jobs are found again. */
final class TagsType implements ValueType<Map<String, String>> {

    private static final int MOST = 16;
    private static final int LONGEST_NAME = 64;
    private static final ValueType<String> VALUE = Types.text(256);

    @Override
    public Map<String, String> read(Object raw) {
        if (!(raw instanceof Map<?, ?> given) || given.size() > MOST) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        var errors = new ArrayList<FieldError>();
        var tags = new TreeMap<String, String>();
        given.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                errors.add(FieldError.unacceptable("", name, "a name of 1 to " + LONGEST_NAME + " characters"));
                return;
            }
            try {
                tags.put(name, VALUE.read(value));
            } catch (InvalidInputException e) {
                errors.add(FieldError.unacceptable(name, value, VALUE.accepted()));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return Map.copyOf(tags);
    }

    @Override
    public String accepted() {
        return "an object of at most " + MOST + " names, each with " + VALUE.accepted();
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "object", "maxProperties", MOST, "additionalProperties", VALUE.jsonSchema());
    }
}
