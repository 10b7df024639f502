package io.kernelign.training;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.lora.LoraSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of {@code training.lora}. */
final class LoraFields {

    private static final List<String> PROJECTIONS =
            Arrays.stream(Projection.values()).map(Projection::shortName).toList();

    private static final Field<Integer> RANK =
            Field.defaulted("rank", Types.integer(1, 512), 16, "Width of the adapter's bottleneck.");
    private static final Field<Double> ALPHA = Field.defaulted(
            "alpha", Types.numberAbove(0, 4096), 32.0, "The adapter's update is scaled by alpha / rank.");
    private static final Field<Double> DROPOUT = Field.defaulted(
            "dropout", Types.number(0, 0.9), 0.0, "Share of the adapter's inputs that a training step drops.");
    private static final Field<List<String>> TARGETS = Field.defaulted(
            "targets",
            Types.listOf(Types.choice(PROJECTIONS), 1, PROJECTIONS.size()),
            PROJECTIONS,
            "Projections that get an adapter, in every layer; all of them means all that the model has.");

    static final ObjectType<LoraSettings> TYPE = ObjectType.of(
            List.of(RANK, ALPHA, DROPOUT, TARGETS),
            values -> new LoraSettings(
                    values.get(RANK),
                    values.get(ALPHA),
                    values.get(DROPOUT),
                    values.get(TARGETS).stream().map(Projection::named).collect(Collectors.toSet())),
            LoraFields::write);

    private LoraFields() {}

    private static Map<String, Object> write(LoraSettings lora) {
        var json = new LinkedHashMap<String, Object>();
        json.put(RANK.name(), lora.rank());
        json.put(ALPHA.name(), lora.alpha());
        json.put(DROPOUT.name(), lora.dropout());
        json.put(
                TARGETS.name(),
                lora.targets().stream().sorted().map(Projection::shortName).toList());
        return json;
    }
}
