package io.kernelign.benchmarks.objective.study.language;

import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.objective.Objective;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains an adapter on the base model, by the same training that a job runs. */
public final class LanguageTraining {

    /** Pairs that one training sees. */
    public static final int PAIRS = 800;

    public static final int EPOCHS = 3;
    public static final double LEARNING_RATE = 3e-3;
    public static final int RANK = 8;

    private static final Pace PACE = new Pace(EPOCHS, 1024);
    private static final String COLLAPSE = "mixture.collapse_index";

    private LanguageTraining() {}

    /**
     * How a training goes through its pairs.
     *
     * @param epochs passes over them
     * @param batchTokens tokens of a step
     */
    public record Pace(int epochs, int batchTokens) {}

    /** How the policy that the objective makes ranks the test pairs. */
    public static Outcome run(Objective objective, Decoder model, List<EncodedPair> pairs, TestPairs test, int seed)
            throws IOException {
        return run(objective, model, pairs, test, seed, PACE);
    }

    /** The same at another pace. */
    public static Outcome run(
            Objective objective, Decoder model, List<EncodedPair> pairs, TestPairs test, int seed, Pace pace)
            throws IOException {
        var folder = Files.createTempDirectory("kernelign-study");
        var task = task(objective, model, pairs, pairs.subList(0, 1), seed, pace, folder);
        var collapse = new ArrayList<Double>();
        try (var training = new PreferenceTraining(task, Optional.empty(), event -> remember(event, collapse))) {
            training.run(() -> false);
            return test.outcome(
                    training.policy().adapter(),
                    collapse.stream().mapToDouble(Double::doubleValue).toArray());
        } finally {
            Files.delete(folder);
        }
    }

    /** What is trained, with pairs that are held out from it. */
    public static TrainingTask task(
            Objective objective,
            Decoder model,
            List<EncodedPair> pairs,
            List<EncodedPair> heldOut,
            int seed,
            Pace pace,
            Path folder) {
        var evaluation = EvaluationSettings.TYPE.read(Map.of("pairs", heldOut.size()));
        return new TrainingTask(model, pairs, heldOut, objective, settings(seed, pace), evaluation, folder);
    }

    private static void remember(TrainingEvent event, List<Double> collapse) {
        if (event instanceof Stepped step && step.metrics().containsKey(COLLAPSE)) {
            collapse.add(step.metrics().get(COLLAPSE));
        }
    }

    private static TrainingSettings settings(int seed, Pace pace) {
        return TrainingSettings.TYPE.read(Map.of(
                "epochs",
                pace.epochs(),
                "learningRate",
                LEARNING_RATE,
                "batchTokens",
                pace.batchTokens(),
                "checkpointSteps",
                1_000_000,
                "seed",
                seed,
                "lora",
                Map.of("rank", RANK, "alpha", 2 * RANK)));
    }
}
