package io.kernelign.benchmarks.generate;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenModel;
import io.kernelign.benchmarks.Measured;
import io.kernelign.benchmarks.Report;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.WeightLoader;
import io.kernelign.lm.generation.Ending;
import io.kernelign.lm.generation.Generator;
import io.kernelign.lm.generation.Sampling;
import io.kernelign.torch.Torch;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench generate}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Greedy continuations of prompts of different lengths, one after the other and all at once.")
public final class GenerateBenchmark implements Callable<Integer> {

    private static final String ALONE = "one after the other";
    private static final double GOAL = 2;

    @Mixin
    private GivenModel model;

    @Option(names = "--prompts", defaultValue = "8", description = "Prompts (default: ${DEFAULT-VALUE}).")
    private int prompts;

    @Option(names = "--tokens", defaultValue = "64", description = "Tokens for each (default: ${DEFAULT-VALUE}).")
    private int tokens;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Runs of each, alternating (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        var folder = ModelFolder.open(model.path());
        var alone = new double[rounds];
        var together = new double[rounds];
        try (var decoder = new Decoder(folder.config(), WeightLoader.load(folder.weights(), folder.config()))) {
            var asked = prompts(folder);
            for (int round = 0; round < rounds; round++) {
                alone[round] = seconds(() -> asked.forEach(prompt -> write(decoder, List.of(prompt))));
                together[round] = seconds(() -> write(decoder, asked));
                System.out.printf(
                        Locale.ROOT,
                        "round %d  alone %.2f s  together %.2f s%n",
                        round + 1,
                        alone[round],
                        together[round]);
            }
        }
        var report = report(folder, Measured.median(alone), Measured.median(together));
        report.write(Given.root());
        return report.figures().stream().allMatch(Figure::met) ? 0 : 1;
    }

    /** Tokens of no meaning, 16 in the first prompt, 8 more in each that follows. */
    private List<long[]> prompts(ModelFolder folder) {
        return IntStream.range(0, prompts)
                .mapToObj(i -> LongStream.range(0, 16 + 8L * i)
                        .map(j -> (769 * j + 31L * i + 1_000) % folder.config().vocabularySize())
                        .toArray())
                .toList();
    }

    private void write(Decoder decoder, List<long[]> asked) {
        new Generator(decoder).generate(asked, Adapter.NONE, Sampling.GREEDY, Ending.at(Set.of(), tokens));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private Report report(ModelFolder folder, double alone, double together) {
        int written = prompts * tokens;
        var text = String.format(
                Locale.ROOT,
                """
                %d prompts of 16 to %d tokens, continued greedily by %d tokens each over a cache of keys and values, %s,
                float32, %d threads; medians of %d alternating runs in one process.

                | | tokens/s |
                | --- | --- |
                | %s | %.1f |
                | all at once | %.1f |
                """,
                prompts,
                16 + 8 * (prompts - 1),
                tokens,
                folder.path().getFileName(),
                Torch.threads(),
                rounds,
                ALONE,
                written / alone,
                written / together);
        return new Report(
                "generate",
                text,
                List.of(Figure.higher("batched_ratio.float32", alone / together, "times", ALONE, GOAL)));
    }
}
