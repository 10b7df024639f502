package io.kernelign.selector.recommendation;

import io.kernelign.input.Field;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.selector.advice.Thresholds;
import java.util.List;
import java.util.Map;

/**
 * How a data set is measured.
 *
 * @param limit most pairs to measure
 */
record SelectionOptions(String encoder, Thresholds thresholds, int seed, int limit) {

    private static final String ENCODER = "encoder";
    private static final Field<Thresholds> THRESHOLDS = Field.defaulted(
            "thresholds",
            Types.constant(Thresholds.class),
            Thresholds.RELATIVE,
            "Where the rules' thresholds come from: relative to a reference collection of real data sets, or the paper.");
    private static final Field<Integer> SEED =
            Field.defaulted("seed", Types.integer(0, Integer.MAX_VALUE), 0, "Seed of the sample and of the metrics.");
    private static final Field<Integer> LIMIT = Field.defaulted(
            "limit", Types.integer(100, 20_000), 20_000, "Most pairs to measure, drawn from the training side.");

    /**
     * @param raw {@code null} for all defaults
     * @param encoders those that there are, the default first
     * @throws InvalidInputException naming every unknown or unacceptable option
     */
    static SelectionOptions read(Map<String, Object> raw, List<String> encoders) {
        var encoder = Field.defaulted(
                ENCODER,
                Types.choice(encoders),
                encoders.get(0),
                "The sentence encoder: minilm runs in the service, others behind configured endpoints.");
        var type = ObjectType.of(
                List.of(encoder, THRESHOLDS, SEED, LIMIT),
                values -> new SelectionOptions(
                        values.get(encoder), values.get(THRESHOLDS), values.get(SEED), values.get(LIMIT)),
                SelectionOptions::write);
        return type.read(raw == null ? Map.of() : raw);
    }

    /** What {@link #write} gave. */
    static SelectionOptions stored(Map<String, Object> written) {
        return read(written, List.of((String) written.get(ENCODER)));
    }

    /** What {@link #stored} reads. */
    Map<String, Object> write() {
        return Map.of(
                ENCODER, encoder, THRESHOLDS.name(), Types.nameOf(thresholds), SEED.name(), seed, LIMIT.name(), limit);
    }
}
