package io.kernelign.benchmarks.objective.steptime;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.objective.Objective;
import io.kernelign.training.Batches;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.EvaluationSettings;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A training that makes a step when it is told to, and says how long the step took. */
final class SteppedTraining implements AutoCloseable {

    private static final int RANK = 16;

    private final Path folder = Files.createTempDirectory("kernelign-benchmark");
    private final PreferenceTraining training;
    private final int stepsPerEpoch;
    private long ended;

    SteppedTraining(Decoder model, List<EncodedPair> pairs, int batchTokens, Map<String, Object> objective)
            throws IOException {
        var task = new TrainingTask(
                model,
                pairs,
                pairs.subList(0, 1),
                Objective.TYPE.read(objective),
                settings(batchTokens),
                EvaluationSettings.TYPE.read(Map.of("pairs", 1)),
                folder);
        stepsPerEpoch = Batches.of(pairs, batchTokens, 0).size();
        training = new PreferenceTraining(task, Optional.empty(), this::heard);
    }

    private static TrainingSettings settings(int batchTokens) {
        return TrainingSettings.TYPE.read(Map.of(
                "epochs",
                1000,
                "checkpointSteps",
                10_000_000,
                "learningRate",
                1e-4,
                "batchTokens",
                batchTokens,
                "lora",
                Map.of("rank", RANK, "alpha", 2 * RANK)));
    }

    private void heard(TrainingEvent event) {
        if (event instanceof Stepped) {
            ended = System.nanoTime();
        }
    }

    /** Makes the next step; answers its seconds, without what is due after it. */
    double step() {
        long started = System.nanoTime();
        training.advance();
        return (ended - started) / 1e9;
    }

    /** Makes the steps in which the reference is computed. */
    void warmUp() {
        for (int i = 0; i < stepsPerEpoch; i++) {
            training.advance();
        }
    }

    @Override
    public void close() throws IOException {
        training.close();
        Files.delete(folder);
    }
}
