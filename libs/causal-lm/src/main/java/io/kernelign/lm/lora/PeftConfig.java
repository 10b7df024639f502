package io.kernelign.lm.lora;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An {@code adapter_config.json}. A field that is neither read nor known to change no number must be off: PEFT has many
 * variants of LoRA, and an adapter of one that is not understood would be another one here.
 */
final class PeftConfig {

    private static final Field<String> TYPE = Field.required("peft_type", Types.choice(List.of("LORA")), "kind");
    private static final Field<Integer> RANK = Field.required("r", LoraSettings.RANK, "rank");
    private static final Field<Double> ALPHA = Field.required("lora_alpha", LoraSettings.ALPHA, "alpha");
    private static final Field<Double> DROPOUT = Field.defaulted("lora_dropout", LoraSettings.DROPOUT, 0.0, "dropout");
    private static final Field<Boolean> RANK_STABILISED =
            Field.defaulted("use_rslora", Types.flag(), false, "scale by the rank's root");
    /** What says how an adapter was made, not what it computes. */
    private static final Set<String> HARMLESS = Set.of(
            "auto_mapping",
            "base_model_name_or_path",
            "revision",
            "task_type",
            "inference_mode",
            "peft_version",
            "megatron_config",
            "megatron_core",
            "qalora_group_size",
            "loftq_config",
            "eva_config");

    /** Values that change no number: ways to begin that leave the base's weights alone, names of the list of layers. */
    private static final Map<String, List<Object>> SOUND = Map.of(
            "init_lora_weights", List.of(true, false, "gaussian", "orthogonal", "eva"),
            "layers_pattern", List.of("layers", List.of("layers"), "", List.of()));

    private static final List<Object> OFF = List.of(false, "none", "", 0, Map.of(), List.of());

    private PeftConfig() {}

    /**
     * @param hasTensor whether the adapter holds a matrix of a name
     * @throws InvalidInputException with everything that is wrong
     */
    static LoraSettings read(Map<String, Object> json, ModelConfig model, Predicate<String> hasTensor) {
        var errors = new ArrayList<FieldError>();
        value(json, TYPE, errors);
        var rank = value(json, RANK, errors);
        var alpha = value(json, ALPHA, errors);
        var dropout = value(json, DROPOUT, errors);
        var rankStabilised = value(json, RANK_STABILISED, errors);
        json.forEach((name, found) -> requireUnderstood(name, found, errors));
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        var modules = PeftModules.read(json, model, hasTensor);
        return new LoraSettings(rank, alpha, dropout, rankStabilised, modules.targets(), modules.layers());
    }

    private static <T> T value(Map<String, Object> json, Field<T> field, List<FieldError> errors) {
        var raw = json.get(field.name());
        if (raw == null && field.defaultValue().isPresent()) {
            return field.fallback();
        }
        try {
            return field.type().read(raw);
        } catch (InvalidInputException e) {
            errors.add(FieldError.unacceptable(field.name(), raw, field.type().accepted()));
            return null;
        }
    }

    private static void requireUnderstood(String name, Object found, List<FieldError> errors) {
        if (found == null || isRead(name) || HARMLESS.contains(name)) {
            return;
        }
        if (SOUND.containsKey(name)) {
            if (!SOUND.get(name).contains(found)) {
                errors.add(FieldError.unacceptable(name, found, "one of " + SOUND.get(name)));
            }
        } else if (!OFF.contains(found)) {
            errors.add(FieldError.unacceptable(name, found, "no value: it is not supported here"));
        }
    }

    private static boolean isRead(String name) {
        return PeftModules.FIELDS.contains(name)
                || Stream.of(TYPE, RANK, ALPHA, DROPOUT, RANK_STABILISED)
                        .anyMatch(field -> field.name().equals(name));
    }

    /** @param settings on the targets and layers of the model */
    static Map<String, Object> write(LoraSettings settings, String baseModel) {
        var json = new LinkedHashMap<String, Object>();
        json.put(TYPE.name(), "LORA");
        json.put("task_type", "CAUSAL_LM");
        json.put("base_model_name_or_path", baseModel);
        json.put("inference_mode", true);
        json.put("bias", "none");
        json.put("fan_in_fan_out", false);
        json.put(RANK.name(), settings.rank());
        json.put(ALPHA.name(), settings.alpha());
        json.put(DROPOUT.name(), settings.dropout());
        json.put(RANK_STABILISED.name(), settings.rankStabilised());
        json.put(
                PeftModules.TARGETS,
                settings.targets().stream().sorted().map(Projection::shortName).toList());
        if (settings.layers() instanceof LayerSelection.Listed listed) {
            json.put(PeftModules.LAYERS, listed.numbers());
        }
        return json;
    }
}
