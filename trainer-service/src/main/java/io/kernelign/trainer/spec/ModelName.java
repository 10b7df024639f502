package io.kernelign.trainer.spec;

import io.kernelign.hub.HubModel;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ValueType;
import io.kernelign.trainer.model.BaseModels;
import java.util.List;
import java.util.Map;

/** The name of a model that is there and sound, or of one that the hub may have. */
record ModelName(BaseModels models) implements ValueType<String> {

    private static final String FIELD = "model";

    @Override
    public String read(Object raw) {
        if (!(raw instanceof String name)) {
            throw new InvalidInputException(FieldError.unacceptable("", raw, accepted()));
        }
        try {
            models.find(name);
            return name;
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.errors().get(0).field().equals(FIELD) ? unknown(name) : broken(name, e));
        }
    }

    private FieldError unknown(String name) {
        var off = HubModel.isNamedBy(name) && models.hub().isEmpty();
        return FieldError.unacceptable("", name, accepted() + (off ? "; fetching from the hub is switched off" : ""));
    }

    private FieldError broken(String name, InvalidInputException reason) {
        var error = unknown(name);
        var message = " is " + error.found() + ", which cannot be loaded: " + reason.getMessage();
        return new FieldError("", error.found(), error.accepted(), message);
    }

    @Override
    public String accepted() {
        var names = models.localNames();
        var local = names.isEmpty() ? "the name of a model; there is none yet" : "one of " + String.join(", ", names);
        return models.hub().isPresent() ? local + "; or " + HubModel.ACCEPTED : local;
    }

    @Override
    public Map<String, Object> jsonSchema() {
        var local = Map.<String, Object>of("type", "string", "enum", models.localNames());
        return models.hub().isEmpty()
                ? local
                : Map.of("anyOf", List.of(local, Map.of("type", "string", "pattern", HubModel.PATTERN)));
    }
}
