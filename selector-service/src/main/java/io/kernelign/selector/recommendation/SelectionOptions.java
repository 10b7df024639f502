package io.kernelign.selector.recommendation;

import io.kernelign.input.Field;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.selector.advice.Thresholds;
import io.kernelign.selector.embedding.Policies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a data set is measured.
 *
 * @param model of the trainer, whose hidden states encode texts; present exactly for the encoder {@link Policies#NAME}
 * @param limit most pairs to measure
 */
record SelectionOptions(String encoder, Optional<String> model, Thresholds thresholds, int seed, int limit) {

    private static final String ENCODER = "encoder";
    private static final Field<String> MODEL = Field.optional(
            "model", Types.text(500), "The model of the trainer whose hidden states encoder policy takes.");
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
                "The sentence encoder: minilm runs in the service, others behind configured endpoints; policy is a model of"
                        + " the trainer.");
        var type = ObjectType.of(
                        List.of(encoder, MODEL, THRESHOLDS, SEED, LIMIT),
                        values -> new SelectionOptions(
                                values.get(encoder),
                                values.find(MODEL),
                                values.get(THRESHOLDS),
                                values.get(SEED),
                                values.get(LIMIT)),
                        SelectionOptions::write)
                .checkedBy(values -> checkModel(values, values.get(encoder)));
        return type.read(raw == null ? Map.of() : raw);
    }

    private static void checkModel(Values values, String encoder) {
        boolean policy = encoder.equals(Policies.NAME);
        if (policy && !values.given(MODEL)) {
            values.reject(MODEL, "the name of a model of the trainer, whose hidden states encoder policy takes");
        }
        if (!policy && values.given(MODEL)) {
            values.reject(MODEL, "nothing beside encoder " + encoder + "; it is for encoder policy");
        }
    }

    /** The same with the model as it is at the moment. */
    SelectionOptions pinned(Policies policies) {
        return new SelectionOptions(encoder, model.map(policies::pinned), thresholds, seed, limit);
    }

    /** What {@link #write} gave. */
    static SelectionOptions stored(Map<String, Object> written) {
        return read(written, List.of((String) written.get(ENCODER)));
    }

    /** What {@link #stored} reads. */
    Map<String, Object> write() {
        var plain = new LinkedHashMap<String, Object>();
        plain.put(ENCODER, encoder);
        model.ifPresent(name -> plain.put(MODEL.name(), name));
        plain.put(THRESHOLDS.name(), Types.nameOf(thresholds));
        plain.put(SEED.name(), seed);
        plain.put(LIMIT.name(), limit);
        return plain;
    }
}
