package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Machine;
import io.kernelign.benchmarks.MadeUpPair;
import io.kernelign.benchmarks.Measured;
import io.kernelign.input.Types;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.objective.Objective;
import io.kernelign.training.Dtype;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Our contender: trains in this process and prints what it measured. */
@Command(name = "our-run", hidden = true)
public final class OurRun implements Callable<Integer> {

    /** Evaluation is not what is measured. */
    private static final int HELD_OUT_TOKENS = 16;

    @Mixin
    private Conditions conditions;

    @Option(names = "--model", required = true)
    private Path model;

    @ArgGroup(multiplicity = "1")
    private Data data;

    @Option(names = "--batch-tokens", defaultValue = "1024")
    private int batchTokens;

    @Option(names = "--dtype", required = true)
    private Dtype dtype;

    @Option(names = "--top-layers", required = true)
    private int topLayers;

    /** What it trains on: the pairs of a file, or one that is made up. */
    private static final class Data {

        @Option(names = "--pairs", required = true)
        private Path file;

        @Option(names = "--made-up-tokens", required = true)
        private int tokens;

        List<EncodedPair> pairs(ModelFolder model, int maxLength) throws IOException {
            return file == null
                    ? List.of(MadeUpPair.of(tokens, model.config().vocabularySize()))
                    : BenchmarkPairs.read(file, model, maxLength);
        }
    }

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
        var encoded = data.pairs(folder, conditions.maxLength);
        var heldOut = List.of(MadeUpPair.of(HELD_OUT_TOKENS, folder.config().vocabularySize()));
        var stopwatch = new Stopwatch(conditions.epochs);
        var work = Files.createTempDirectory("kernelign-benchmark");
        try (var decoder = new Decoder(
                folder.config(),
                WeightLoader.load(
                        folder.weights(), folder.config(), settings().dtype().precision()))) {
            var task = new TrainingTask(decoder, encoded, heldOut, objective(), settings(), oneEvaluation(), work);
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
                Map.entry("dtype", Types.nameOf(dtype)),
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
