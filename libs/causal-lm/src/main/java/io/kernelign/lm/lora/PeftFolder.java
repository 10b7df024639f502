package io.kernelign.lm.lora;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An adapter as PEFT keeps it: {@code adapter_config.json} and {@code adapter_model.safetensors} in a folder. */
public final class PeftFolder {

    public static final String CONFIG = "adapter_config.json";
    public static final String WEIGHTS = "adapter_model.safetensors";

    private static final Field<Integer> RANK = Field.required("r", Types.integer(1, 65536), "rank");
    private static final Field<Double> ALPHA = Field.required("lora_alpha", Types.number(0, 1e9), "alpha");
    private static final Field<Double> DROPOUT = Field.defaulted("lora_dropout", Types.number(0, 1), 0.0, "dropout");
    private static final String TARGETS = "target_modules";

    private PeftFolder() {}

    /**
     * Writes an adapter into an existing folder.
     *
     * @param baseModel name of the model that the adapter belongs to
     */
    public static void write(Path folder, Lora lora, String baseModel) {
        JsonFile.write(folder.resolve(CONFIG), config(lora.settings(), baseModel));
        try (var scope = Scope.plain()) {
            var entries = new ArrayList<SafetensorsWriter.Entry>();
            lora.named().forEach((name, tensor) -> entries.add(entry(name, tensor)));
            SafetensorsWriter.write(folder.resolve(WEIGHTS), entries);
        }
    }

    /**
     * Reads an adapter for a model of the given shape; the caller closes it.
     *
     * @throws InvalidInputException naming what is missing or does not fit
     */
    public static Lora read(Path folder, ModelConfig model) {
        var settings = JsonFile.naming(CONFIG, () -> settings(JsonFile.read(folder.resolve(CONFIG)), model));
        var file = SafetensorsFile.open(folder.resolve(WEIGHTS));
        return Lora.create(model, settings, (name, shape) -> {
            var expected = Arrays.stream(shape).boxed().toList();
            if (!file.tensor(name).shape().equals(expected)) {
                throw new InvalidInputException(FieldError.unacceptable(
                        WEIGHTS + ": " + name, file.tensor(name).shape(), "the shape " + expected));
            }
            return file.read(name);
        });
    }

    private static LoraSettings settings(Map<String, Object> json, ModelConfig model) {
        var errors = new ArrayList<FieldError>();
        int rank = value(json, RANK, errors, 1);
        double alpha = value(json, ALPHA, errors, 1.0);
        double dropout = value(json, DROPOUT, errors, 0.0);
        var targets = value(json, targets(model), errors, List.<String>of());
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return new LoraSettings(
                rank, alpha, dropout, targets.stream().map(Projection::named).collect(Collectors.toSet()));
    }

    private static Field<List<String>> targets(ModelConfig model) {
        var names =
                model.projections().all().stream().map(Projection::shortName).toList();
        return Field.required(TARGETS, Types.listOf(Types.choice(names), 1, names.size()), "targets");
    }

    private static <T> T value(Map<String, Object> json, Field<T> field, List<FieldError> errors, T otherwise) {
        var raw = json.get(field.name());
        if (raw == null && field.defaultValue().isPresent()) {
            return field.fallback();
        }
        try {
            return field.type().read(raw);
        } catch (InvalidInputException e) {
            errors.add(FieldError.unacceptable(field.name(), raw, field.type().accepted()));
            return otherwise;
        }
    }

    private static Map<String, Object> config(LoraSettings settings, String baseModel) {
        var json = new LinkedHashMap<String, Object>();
        json.put("peft_type", "LORA");
        json.put("task_type", "CAUSAL_LM");
        json.put("base_model_name_or_path", baseModel);
        json.put("inference_mode", true);
        json.put("bias", "none");
        json.put("fan_in_fan_out", false);
        json.put(RANK.name(), settings.rank());
        json.put(ALPHA.name(), settings.alpha());
        json.put(DROPOUT.name(), settings.dropout());
        json.put(
                TARGETS,
                settings.targets().stream().sorted().map(Projection::shortName).toList());
        return json;
    }

    private static SafetensorsWriter.Entry entry(String name, Tensor tensor) {
        return new SafetensorsWriter.Entry(
                name, Arrays.stream(tensor.shape()).boxed().toList(), tensor::floats);
    }
}
