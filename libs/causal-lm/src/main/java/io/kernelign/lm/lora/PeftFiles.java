package io.kernelign.lm.lora;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two files in which PEFT keeps an adapter; anybody may have written them. */
public record PeftFiles(Path config, Path weights) {

    public static final String CONFIG = "adapter_config.json";
    public static final String WEIGHTS = "adapter_model.safetensors";

    private static final long LONGEST_CONFIG = 1 << 20;
    private static final int MOST_ERRORS = 10;

    /** Those of a folder, under their usual names. */
    public static PeftFiles in(Path folder) {
        return new PeftFiles(folder.resolve(CONFIG), folder.resolve(WEIGHTS));
    }

    /**
     * The adapter's shape, once everything was checked that can be without reading a number.
     *
     * @throws InvalidInputException naming the file and what in it is missing, does not fit the model or is not supported
     */
    public LoraSettings settings(ModelConfig model) {
        requireFile(weights, WEIGHTS, "the adapter's weights as safetensors (pickled ones are not read)");
        var file = SafetensorsFile.open(weights);
        var settings = settings(model, file);
        requireMatrices(LoraTensors.shapes(model, settings), file);
        return settings;
    }

    private static void requireMatrices(Map<String, List<Long>> shapes, SafetensorsFile file) {
        var errors = new ArrayList<FieldError>();
        shapes.forEach((name, shape) -> {
            if (!file.contains(name)) {
                errors.add(FieldError.missing(WEIGHTS + ": " + name, "a matrix of shape " + shape));
            } else if (!file.tensor(name).shape().equals(shape)) {
                var accepted = "the shape " + shape + ", by " + CONFIG + " and the model";
                errors.add(FieldError.unacceptable(
                        WEIGHTS + ": " + name, file.tensor(name).shape(), accepted));
            }
        });
        file.tensors().stream()
                .filter(tensor -> !shapes.containsKey(tensor.name()))
                .forEach(tensor -> errors.add(FieldError.unacceptable(
                        WEIGHTS + ": " + tensor.name(),
                        tensor.shape(),
                        "nothing of this name, as " + CONFIG + " says")));
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
    }

    private LoraSettings settings(ModelConfig model, SafetensorsFile file) {
        requireFile(config, CONFIG, "the adapter's configuration");
        requireShort();
        var json = JsonFile.read(config);
        return JsonFile.naming(CONFIG, () -> PeftConfig.read(json, model, file::contains));
    }

    /**
     * The adapter, which the caller closes.
     *
     * @throws InvalidInputException as {@link #settings}, or naming a matrix that holds a number that is not finite
     */
    public Lora load(ModelConfig model) {
        return numbers(model, settings(model));
    }

    /**
     * The adapter as training goes on with it.
     *
     * @param wanted its own settings but for the dropout
     * @throws InvalidInputException as {@link #load(ModelConfig)}, or when its settings are others
     */
    public Lora load(ModelConfig model, LoraSettings wanted) {
        var own = settings(model).withDropout(wanted.dropout());
        if (!own.equals(wanted.on(model))) {
            throw new InvalidInputException(
                    FieldError.unacceptable(CONFIG, own, wanted.on(model).toString()));
        }
        return numbers(model, own);
    }

    private Lora numbers(ModelConfig model, LoraSettings settings) {
        var file = SafetensorsFile.open(weights);
        return Lora.create(model, settings, (name, shape) -> finite(name, file.read(name)));
    }

    private static float[] finite(String name, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new InvalidInputException(
                        FieldError.unacceptable(WEIGHTS + ": " + name, value, "finite numbers only"));
            }
        }
        return values;
    }

    private static void requireFile(Path file, String name, String accepted) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException(FieldError.missing(name, accepted));
        }
    }

    private void requireShort() {
        try {
            if (Files.size(config) > LONGEST_CONFIG) {
                throw new InvalidInputException(FieldError.unacceptable(
                        CONFIG, Files.size(config) + " bytes", "at most " + LONGEST_CONFIG + " bytes"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
