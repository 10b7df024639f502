package io.kernelign.trainer.spec;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import io.kernelign.lm.ModelSummary;
import io.kernelign.lm.Models;
import java.util.List;
import java.util.Map;

/** The name of a model that is there and sound. */
record ModelName(Models models) implements ValueType<String> {

    private static final String FIELD = "model";

    @Override
    public String read(Object raw) {
        if (!(raw instanceof String name)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        try {
            return models.open(name).path().getFileName().toString();
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.errors().get(0).field().equals(FIELD) ? unknown(name) : broken(name, e));
        }
    }

    private FieldError unknown(String name) {
        return FieldError.unacceptable("", name, accepted());
    }

    private FieldError broken(String name, InvalidInputException reason) {
        var error = unknown(name);
        var message = " is " + error.found() + ", which cannot be loaded: " + reason.getMessage();
        return new FieldError("", error.found(), error.accepted(), message);
    }

    @Override
    public String accepted() {
        var names = names();
        return names.isEmpty() ? "the name of a model; there is none yet" : "one of " + String.join(", ", names);
    }

    @Override
    public Map<String, Object> jsonSchema() {
        return Map.of("type", "string", "enum", names());
    }

    private List<String> names() {
        return models.list().stream().map(ModelSummary::name).toList();
    }
}
