package io.kernelign.trainer.spec;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import java.util.Map;

/** The name of a model that is there and sound. */
record ModelName(ModelCatalogue models) implements ValueType<String> {

    @Override
    public String read(Object raw) {
        if (!(raw instanceof String name) || !models.names().contains(name)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        return name;
    }

    @Override
    public String accepted() {
        var names = models.names();
        return names.isEmpty() ? "the name of a model; there is none yet" : "one of " + String.join(", ", names);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "enum", models.names());
    }
}
