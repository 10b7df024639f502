package io.kernelign.benchmarks.objective.steptime;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Measured;
import io.kernelign.benchmarks.Report;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.training.EncodedPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Times the optimiser step of every kernel and divergence against that of plain DPO, in turns on the same batches. */
public final class StepTimes {

    private static final String FIGURE = "step_ratio.";
    private static final int MAX_LENGTH = 512;

    @Option(
            names = "--step-pairs",
            defaultValue = "8",
            description = "Pairs of step times (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--step-batch-tokens",
            defaultValue = "512",
            description = "Tokens of a batch of step times (default: ${DEFAULT-VALUE}).")
    private int batchTokens;

    @Option(
            names = "--step-rounds",
            defaultValue = "8",
            description = "Timed steps of every objective, as many of plain DPO (default: ${DEFAULT-VALUE}).")
    private int rounds;

    /**
     * Runs all and writes the report.
     *
     * @return whether every step is as cheap as it is meant to be
     */
    public boolean run(Path root, Path model, Path data) throws IOException {
        var folder = ModelFolder.open(model);
        var encoded = select(folder, data);
        var figures = new ArrayList<Figure>();
        try (var decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()));
                var plain = new SteppedTraining(decoder, encoded, batchTokens, Variant.PLAIN)) {
            plain.warmUp();
            for (var variant : Variant.all()) {
                figures.add(said(time(decoder, encoded, plain, variant)));
            }
        }
        new Report("objective", Optional.of("steptime"), text(model), figures).write(root);
        return figures.stream().allMatch(Figure::met);
    }

    private List<EncodedPair> select(ModelFolder folder, Path data) throws IOException {
        var file = Files.createTempFile("kernelign-benchmark", ".jsonl");
        try {
            BenchmarkPairs.select(data, folder, MAX_LENGTH, pairs, file);
            return BenchmarkPairs.read(file, folder, MAX_LENGTH);
        } finally {
            Files.delete(file);
        }
    }

    private Figure time(Decoder decoder, List<EncodedPair> encoded, SteppedTraining plain, Variant variant)
            throws IOException {
        try (var training = new SteppedTraining(decoder, encoded, batchTokens, variant.objective())) {
            training.warmUp();
            var ratios = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                double reference = plain.step();
                ratios[i] = training.step() / reference;
            }
            return Figure.lower(FIGURE + variant.name(), Measured.median(ratios), "times", "plain DPO", variant.goal());
        }
    }

    private static Figure said(Figure figure) {
        System.out.printf(Locale.ROOT, "%-45s %.3f (at most %.2f)%n", figure.figure(), figure.value(), figure.goal());
        return figure;
    }

    private String text(Path model) {
        return String.format(Locale.ROOT, """
                Seconds of an optimiser step over those of plain DPO (kernel none, no divergence): medians of %d ratios.
                Both make their steps in turns, in one process, on the same batches, after one epoch in which the
                reference was computed and kept. %s, float32, LoRA rank 16 on all seven projections, %d pairs of at
                most %d tokens, %d tokens a batch. `sampled` is the estimator from the observed tokens.
                """, rounds, model.getFileName(), pairs, MAX_LENGTH, batchTokens);
    }
}
