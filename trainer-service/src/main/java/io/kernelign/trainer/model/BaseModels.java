package io.kernelign.trainer.model;

import io.kernelign.fetch.FetchListener;
import io.kernelign.hub.HubModel;
import io.kernelign.hub.ModelHub;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.ModelSummary;
import io.kernelign.lm.Models;
import java.util.List;
import java.util.Optional;

/**
 * Finds models by what jobs call them.
 *
 * @param local those in the folder of models
 * @param hub empty where it is switched off
 */
public record BaseModels(Models local, Optional<ModelHub> hub) {

    /**
     * Opens a model that is here.
     *
     * @throws InvalidInputException when it is not, or is broken; the field is {@code model} where the name is at fault
     */
    public ModelFolder open(String name) {
        return find(name).orElseThrow(() -> {
            var accepted = "a model that was fetched, which this one was not yet";
            return new InvalidInputException(FieldError.unacceptable("model", name, accepted));
        });
    }

    /**
     * As {@link #open}, but empty for a model of the hub that would have to be fetched first.
     *
     * @throws InvalidInputException when there can be no such model, or it is broken
     */
    public Optional<ModelFolder> find(String name) {
        if (!HubModel.isNamedBy(name)) {
            return Optional.of(local.open(name));
        }
        return hub(name).find(model(name)).map(ModelFolder::open);
    }

    /** Brings a model here unless it is; returns the name under which it is found from now on. */
    public String fetch(String name, FetchListener listener) throws InterruptedException {
        return HubModel.isNamedBy(name) ? hub(name).fetch(model(name), listener).toString() : name;
    }

    /** Names of the models in the folder that can be loaded. */
    public List<String> localNames() {
        return local.list().stream().map(ModelSummary::name).toList();
    }

    private ModelHub hub(String name) {
        return hub.orElseThrow(() -> {
            var accepted = "a model in the folder of models: fetching from the hub is switched off";
            return new InvalidInputException(FieldError.unacceptable("model", name, accepted));
        });
    }

    private static HubModel model(String name) {
        try {
            return HubModel.parse(name);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(FieldError.unacceptable("model", name, HubModel.ACCEPTED));
        }
    }
}
