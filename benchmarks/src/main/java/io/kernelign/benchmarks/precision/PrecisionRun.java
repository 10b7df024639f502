package io.kernelign.benchmarks.precision;

import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.objective.Objective;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.EvaluationSettings;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingEvent.Evaluated;
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One training of plain DPO, but for the type of its products. */
record PrecisionRun(ModelFolder model, List<EncodedPair> train, List<EncodedPair> heldOut, int steps) {

    static final double BETA = 0.1;
    static final double LEARNING_RATE = 2e-4;
    static final int RANK = 16;
    static final int PAIRS_PER_STEP = 2;

    /** Every pair is longer, and goes alone. */
    private static final int ONE_PAIR = 16;

    /** Trains from the start. */
    Course in(String dtype) throws IOException {
        var settings = settings(dtype);
        var folder = Files.createTempDirectory("kernelign-benchmark");
        var events = new ArrayList<TrainingEvent>();
        try (var decoder =
                new Decoder(model.config(), WeightLoader.load(model.weights(), model.config(), settings.precision()))) {
            var task = new TrainingTask(
                    decoder,
                    train,
                    heldOut,
                    Objective.TYPE.read(Map.of("beta", BETA)),
                    settings,
                    EvaluationSettings.TYPE.read(Map.of("pairs", heldOut.size())),
                    folder);
            try (var training = new PreferenceTraining(task, Optional.empty(), events::add)) {
                for (int step = 0; step < steps; step++) {
                    training.advance();
                }
                return course(events);
            }
        } finally {
            Files.delete(folder);
        }
    }

    private TrainingSettings settings(String dtype) {
        return TrainingSettings.TYPE.read(Map.of(
                "dtype",
                dtype,
                "steps",
                steps,
                "checkpointSteps",
                steps,
                "learningRate",
                LEARNING_RATE,
                "batchTokens",
                ONE_PAIR,
                "accumulation",
                PAIRS_PER_STEP,
                "lora",
                Map.of("rank", RANK, "alpha", 2 * RANK)));
    }

    private static Course course(List<TrainingEvent> events) {
        var losses = new ArrayList<Double>();
        double accuracy = Double.NaN;
        for (var event : events) {
            if (event instanceof Stepped step) {
                losses.add(step.metrics().get("loss"));
            } else if (event instanceof Evaluated evaluated) {
                accuracy = evaluated.metrics().get("preference_accuracy");
            }
        }
        return new Course(losses.stream().mapToDouble(Double::doubleValue).toArray(), accuracy);
    }
}
