package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Machine;
import io.kernelign.benchmarks.Measured;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.objective.Objective;
import io.kernelign.training.EvaluationSettings;
import io.kernelign.training.PreferenceTraining;
import io.kernelign.training.TrainingEvent;
import io.kernelign.training.TrainingEvent.SpectraFitted;
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Our contender: trains one epoch in this process and prints what it measured. */
@Command(name = "our-run", hidden = true)
public final class OurRun implements Callable<Integer> {

    @Mixin
    private Conditions conditions;

    @Option(names = "--model", required = true)
    private Path model;

    @Option(names = "--pairs", required = true)
    private Path pairs;

    @Option(names = "--batch-tokens", defaultValue = "1024")
    private int batchTokens;

    /** Times the optimiser steps alone: from when everything before them was said until the last one. */
    private static final class Stopwatch implements Consumer<TrainingEvent> {

        private long started;
        private long ended;
        private double firstLoss = Double.NaN;

        @Override
        public void accept(TrainingEvent event) {
            if (event instanceof SpectraFitted && event.step() == 0) {
                started = System.nanoTime();
            } else if (event instanceof Stepped step) {
                ended = System.nanoTime();
                firstLoss = Double.isNaN(firstLoss) ? step.metrics().get("loss") : firstLoss;
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        var folder = ModelFolder.open(model);
        var encoded = BenchmarkPairs.read(pairs, folder, conditions.maxLength);
        var stopwatch = new Stopwatch();
        var work = Files.createTempDirectory("kernelign-benchmark");
        try (var decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()))) {
            var task = new TrainingTask(
                    decoder, encoded, encoded.subList(0, 1), objective(), settings(), oneEvaluation(), work);
            try (var training = new PreferenceTraining(task, Optional.empty(), stopwatch)) {
                training.run(() -> false);
            }
        }
        double seconds = (stopwatch.ended - stopwatch.started) / 1e9;
        System.out.println(JsonMapper.shared()
                .writeValueAsString(new Measured(seconds, encoded.size(), Machine.peakBytes(), stopwatch.firstLoss)));
        return 0;
    }

    private static Objective objective() {
        return Objective.TYPE.read(Map.of("beta", Conditions.BETA, "kernel", "none", "divergence", "none"));
    }

    private TrainingSettings settings() {
        return TrainingSettings.TYPE.read(Map.of(
                "epochs",
                1,
                "learningRate",
                Conditions.LEARNING_RATE,
                "schedule",
                "constant",
                "warmup",
                0,
                "batchTokens",
                batchTokens,
                "maxLength",
                conditions.maxLength,
                "maxPromptLength",
                conditions.maxLength / 2,
                "seed",
                Conditions.SEED,
                "lora",
                Map.of("rank", conditions.rank, "alpha", 2 * conditions.rank)));
    }

    private static EvaluationSettings oneEvaluation() {
        return EvaluationSettings.TYPE.read(Map.of("pairs", 1));
    }
}
