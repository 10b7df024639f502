package io.kernelign.selector.recommendation;

import io.kernelign.input.Field;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.List;
import java.util.Map;

/**
 * How a data set is measured.
 *
 * @param limit most pairs to measure
 */
record SelectionOptions(String encoder, String thresholds, int seed, int limit) {

    private static final Field<String> ENCODER = Field.defaulted(
            "encoder", Types.choice(List.of("minilm")), "minilm", "The sentence encoder: minilm runs in the service.");
    private static final Field<String> THRESHOLDS = Field.defaulted(
            "thresholds", Types.choice(List.of("paper")), "paper", "Where the rules' thresholds come from.");
    private static final Field<Integer> SEED =
            Field.defaulted("seed", Types.integer(0, Integer.MAX_VALUE), 0, "Seed of the sample and of the metrics.");
    private static final Field<Integer> LIMIT = Field.defaulted(
            "limit", Types.integer(100, 20_000), 20_000, "Most pairs to measure, drawn from the training side.");

    private static final ObjectType<SelectionOptions> TYPE =
            ObjectType.of(List.of(ENCODER, THRESHOLDS, SEED, LIMIT), SelectionOptions::build, SelectionOptions::write);

    /**
     * @param raw {@code null} for all defaults
     * @throws InvalidInputException naming every unknown or unacceptable option
     */
    static SelectionOptions read(Map<String, Object> raw) {
        return TYPE.read(raw == null ? Map.of() : raw);
    }

    private static SelectionOptions build(Values values) {
        return new SelectionOptions(values.get(ENCODER), values.get(THRESHOLDS), values.get(SEED), values.get(LIMIT));
    }

    /** What {@link #read} accepts again. */
    Map<String, Object> write() {
        return Map.of(
                ENCODER.name(), encoder,
                THRESHOLDS.name(), thresholds,
                SEED.name(), seed,
                LIMIT.name(), limit);
    }
}
