package io.kernelign.training;

import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.lora.LayerSelection;
import io.kernelign.lm.lora.LoraSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of {@code training.lora}. */
final class LoraFields {

    private static final List<String> PROJECTIONS =
            Arrays.stream(Projection.values()).map(Projection::shortName).toList();

    private static final Field<String> FROM = Field.optional(
            "from",
            Types.text(200),
            "Adapter to start from: the id of a succeeded job, or the name of a folder in PEFT's layout below"
                    + " adapters in the models' folder. Its rank, alpha, scaling, targets and layers hold. The reference"
                    + " is the base model all the same.");
    private static final Field<Integer> RANK =
            Field.defaulted("rank", LoraSettings.RANK, 16, "Width of the adapter's bottleneck.");
    private static final Field<Double> ALPHA =
            Field.defaulted("alpha", LoraSettings.ALPHA, 32.0, "The adapter's update is scaled by alpha / rank.");
    private static final Field<Double> DROPOUT = Field.defaulted(
            "dropout", LoraSettings.DROPOUT, 0.0, "Share of the adapter's inputs that a training step drops.");
    private static final Field<Boolean> RANK_STABILISED = Field.defaulted(
            "useRslora", Types.flag(), false, "Whether the update is scaled by alpha / sqrt(rank) instead (rsLoRA).");
    private static final Field<List<String>> TARGETS = Field.defaulted(
            "targets",
            Types.listOf(Types.choice(PROJECTIONS), 1, PROJECTIONS.size()),
            PROJECTIONS,
            "Projections that get an adapter; all of them means all that the model has.");
    private static final Field<LayerSelection> LAYERS = Field.defaulted(
            "layers", new LayersType(), LayerSelection.ALL, "Layers that get an adapter, numbered from 0.");

    static final ObjectType<Method.LowRank> TYPE = ObjectType.of(
            List.of(FROM, RANK, ALPHA, DROPOUT, RANK_STABILISED, TARGETS, LAYERS),
            values -> new Method.LowRank(
                    new LoraSettings(
                            values.get(RANK),
                            values.get(ALPHA),
                            values.get(DROPOUT),
                            values.get(RANK_STABILISED),
                            values.get(TARGETS).stream().map(Projection::named).collect(Collectors.toSet()),
                            values.get(LAYERS)),
                    values.find(FROM)),
            LoraFields::write);

    private LoraFields() {}

    private static Map<String, Object> write(Method.LowRank method) {
        var json = new LinkedHashMap<String, Object>();
        method.from().ifPresent(from -> json.put(FROM.name(), from));
        json.putAll(plain(method.lora()));
        return json;
    }

    private static Map<String, Object> plain(LoraSettings lora) {
        var json = new LinkedHashMap<String, Object>();
        json.put(RANK.name(), lora.rank());
        json.put(ALPHA.name(), lora.alpha());
        json.put(DROPOUT.name(), lora.dropout());
        json.put(RANK_STABILISED.name(), lora.rankStabilised());
        json.put(
                TARGETS.name(),
                lora.targets().stream().sorted().map(Projection::shortName).toList());
        json.put(LAYERS.name(), LAYERS.type().write(lora.layers()));
        return json;
    }

    /** What {@link Method.LowRank#startingFrom} answers. */
    static LoraSettings settled(LoraSettings asked, LoraSettings adapter, Set<String> given, ModelConfig model) {
        double dropout = given.contains(DROPOUT.name()) ? asked.dropout() : adapter.dropout();
        var own = plain(adapter.withDropout(dropout));
        var wanted = plain(asked.on(model));
        var errors = given.stream()
                .filter(name -> own.containsKey(name) && !own.get(name).equals(wanted.get(name)))
                .map(name -> FieldError.unacceptable(
                        name, plain(asked).get(name), own.get(name) + ", as the adapter that it starts from has it"))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return adapter.withDropout(dropout);
    }
}
