package io.kernelign.gateway.openai;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * DPO's settings in OpenAI's dialect, each empty for the platform's own default.
 *
 * @param learningRateMultiplier of the default learning rate
 */
record Hyperparameters(Optional<Double> beta, Optional<Double> learningRateMultiplier, Optional<Integer> epochs) {

    private static final Field<Optional<Double>> BETA =
            field("beta", new AutoOrNumber<>(Types.numberAbove(0, 100)), "Weight of the reference in the margin.");
    private static final Field<Optional<Integer>> BATCH_SIZE =
            field("batch_size", new AutoOrNumber<>(Types.integer(1, 256)), "Batches are counted in tokens here.");
    private static final Field<Optional<Double>> RATE = field(
            "learning_rate_multiplier",
            new AutoOrNumber<>(Types.numberAbove(0, 1e6)),
            "What the default learning rate is multiplied by.");
    private static final Field<Optional<Integer>> EPOCHS =
            field("n_epochs", new AutoOrNumber<>(Types.integer(1, 1000)), "How often every pair is read.");

    static final ObjectType<Hyperparameters> TYPE = ObjectType.of(
                    List.of(BETA, BATCH_SIZE, RATE, EPOCHS), Hyperparameters::build, hyperparameters -> Map.of())
            .checkedBy(Hyperparameters::check);

    static final Hyperparameters AUTO = TYPE.read(Map.of());

    private static <T extends Number> Field<Optional<T>> field(String name, AutoOrNumber<T> type, String sentence) {
        return Field.defaulted(name, type, Optional.empty(), sentence);
    }

    private static void check(Values values) {
        if (values.get(BATCH_SIZE).isPresent()) {
            values.reject(
                    BATCH_SIZE,
                    "\"auto\": batches are counted in tokens here, by training.batchTokens and training.accumulation of"
                            + " method dpo_kernels");
        }
    }

    private static Hyperparameters build(Values values) {
        return new Hyperparameters(values.get(BETA), values.get(RATE), values.get(EPOCHS));
    }

    /**
     * The same as fields of a job.
     *
     * @param learningRate the default that the multiplier multiplies
     */
    Map<String, Object> fields(double learningRate) {
        var training = new LinkedHashMap<String, Object>();
        epochs.ifPresent(value -> training.put("epochs", value));
        learningRateMultiplier.ifPresent(value -> training.put("learningRate", value * learningRate));
        var fields = new LinkedHashMap<String, Object>();
        beta.ifPresent(value -> fields.put("objective", Map.of("beta", value)));
        if (!training.isEmpty()) {
            fields.put("training", training);
        }
        return fields;
    }
}
