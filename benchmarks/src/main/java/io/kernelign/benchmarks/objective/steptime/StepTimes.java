package io.kernelign.benchmarks.objective.steptime;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Report;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.training.EncodedPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
            defaultValue = "60",
            description = "Most timed steps of an objective; they end sooner where the interval of their median ratio"
                    + " does not hold the goal (default: ${DEFAULT-VALUE}).")
    private int rounds;

    /**
     * Runs all and writes the report.
     *
     * @return whether every step is as cheap as it is meant to be
     */
    public boolean run(Path root, Path model, Path data) throws IOException {
        var folder = ModelFolder.open(model);
        var encoded = select(folder, data);
        var measured = new LinkedHashMap<Variant, StepRatio>();
        try (var decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()))) {
            for (var variant : Variant.all()) {
                var ratio = time(decoder, encoded, variant);
                System.out.println(row(variant, ratio));
                measured.put(variant, ratio);
            }
        }
        var figures = measured.entrySet().stream()
                .map(each -> figure(each.getKey(), each.getValue()))
                .toList();
        new Report("objective", Optional.of("steptime"), text(model, measured), figures).write(root);
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

    /** Both begin anew, so that they meet the same batches in the same order. */
    private StepRatio time(Decoder decoder, List<EncodedPair> encoded, Variant variant) throws IOException {
        try (var plain = new SteppedTraining(decoder, encoded, batchTokens, Variant.PLAIN);
                var training = new SteppedTraining(decoder, encoded, batchTokens, variant.objective())) {
            plain.warmUp();
            training.warmUp();
            return StepRatio.measure(plain::step, training::step, variant.goal(), rounds);
        }
    }

    private static Figure figure(Variant variant, StepRatio ratio) {
        return Figure.lower(FIGURE + variant.name(), ratio.median(), "times", "plain DPO", variant.goal());
    }

    private static String row(Variant variant, StepRatio ratio) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %.3f | %.3f to %.3f | %d |",
                variant.name(),
                ratio.median(),
                ratio.low(),
                ratio.high(),
                ratio.rounds());
    }

    private String text(Path model, Map<Variant, StepRatio> measured) {
        var rows = measured.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n"));
        return String.format(Locale.ROOT, """
                Seconds of an optimiser step over those of plain DPO (kernel none, no divergence): medians of paired ratios.
                Both make their steps in turns, in one process, on the same batches, after one epoch in which the
                reference was computed and kept. %s, float32, LoRA rank 16 on all seven projections, %d pairs of at
                most %d tokens, %d tokens a batch. `sampled` is the estimator from the observed tokens; `none` is plain DPO
                against itself, which shows what this machine can resolve.

                An objective makes rounds, at most %d, until the interval of its median no longer holds its goal. The interval
                is that of order statistics, 99 %% for one look; looking after every round makes it somewhat too narrow.

                | objective | median ratio | interval | rounds |
                | --- | --- | --- | --- |
                %s
                """, model.getFileName(), pairs, MAX_LENGTH, batchTokens, rounds, rows);
    }
}
