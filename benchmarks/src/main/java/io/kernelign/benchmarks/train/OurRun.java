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
import io.kernelign.training.TrainingEvent.Stepped;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.TrainingTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    @Option(names = "--dtype", required = true)
    private String dtype;

    @Option(names = "--top-layers", required = true)
    private int topLayers;

    /** Times the optimiser steps of each epoch alone: from when everything before them was said until the last one. */
    private static final class Stopwatch implements Consumer<TrainingEvent> {

        private final List<Double> epochSeconds = new ArrayList<>();
        private final int epochs;
        private long started;
        private double firstLoss = Double.NaN;

        Stopwatch(int epochs) {
            this.epochs = epochs;
        }

        @Override
        public void accept(TrainingEvent event) {
            if (event instanceof Stepped step) {
                firstLoss = Double.isNaN(firstLoss) ? step.metrics().get("loss") : firstLoss;
                if (step.step() % (step.totalSteps() / epochs) == 0) {
                    epochSeconds.add((System.nanoTime() - started) / 1e9);
                }
            } else {
                started = System.nanoTime();
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        var folder = ModelFolder.open(model);
        var encoded = BenchmarkPairs.read(pairs, folder, conditions.maxLength);
        var stopwatch = new Stopwatch(conditions.epochs);
        var work = Files.createTempDirectory("kernelign-benchmark");
        try (var decoder = new Decoder(
                folder.config(),
                WeightLoader.load(
                        folder.weights(), folder.config(), settings().dtype().precision()))) {
            var task = new TrainingTask(
                    decoder, encoded, encoded.subList(0, 1), objective(), settings(), oneEvaluation(), work);
            try (var training = new PreferenceTraining(task, Optional.empty(), stopwatch)) {
                training.run(() -> false);
            }
        }
        System.out.println(JsonMapper.shared()
                .writeValueAsString(new Measured(
                        stopwatch.epochSeconds, encoded.size(), Machine.peakBytes(), stopwatch.firstLoss)));
        return 0;
    }

    private static Objective objective() {
        return Objective.TYPE.read(Map.of("beta", Conditions.BETA, "kernel", "none", "divergence", "none"));
    }

    private TrainingSettings settings() {
        return TrainingSettings.TYPE.read(Map.ofEntries(
                Map.entry("epochs", conditions.epochs),
                Map.entry("learningRate", Conditions.LEARNING_RATE),
                Map.entry("schedule", "constant"),
                Map.entry("warmup", 0),
                Map.entry("batchTokens", batchTokens),
                Map.entry("maxLength", conditions.maxLength),
                Map.entry("maxPromptLength", conditions.maxLength / 2),
                Map.entry("seed", Conditions.SEED),
                Map.entry("dtype", dtype),
                Map.entry("lora", lora())));
    }

    private Map<String, Object> lora() {
        var shape = Map.<String, Object>of("rank", conditions.rank, "alpha", 2 * conditions.rank);
        if (topLayers == 0) {
            return shape;
        }
        var top = new HashMap<>(shape);
        top.put("layers", Map.of("top", topLayers));
        return top;
    }

    private static EvaluationSettings oneEvaluation() {
        return EvaluationSettings.TYPE.read(Map.of("pairs", 1));
    }
}
