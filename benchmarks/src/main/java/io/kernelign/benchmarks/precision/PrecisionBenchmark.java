package io.kernelign.benchmarks.precision;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenData;
import io.kernelign.benchmarks.GivenModel;
import io.kernelign.lm.ModelFolder;
import io.kernelign.training.EncodedPair;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench precision}. */
@Command(
        name = "precision",
        mixinStandardHelpOptions = true,
        description = "The same training in float32 and in bfloat16: losses of its steps, and accuracy at its end.")
public final class PrecisionBenchmark implements Callable<Integer> {

    @Mixin
    private GivenModel model;

    @Mixin
    private GivenData data;

    @Option(names = "--steps", defaultValue = "60", description = "Optimiser steps (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--held-out",
            defaultValue = "240",
            description = "Pairs that accuracy is measured on (default: ${DEFAULT-VALUE}).")
    private int heldOut;

    @Option(
            names = "--max-length",
            defaultValue = "112",
            description = "Most tokens of prompt and response (default: ${DEFAULT-VALUE}).")
    private int maxLength;

    @Override
    public Integer call() throws Exception {
        var folder = ModelFolder.open(model.path());
        var pairs = pairs(folder);
        var run = new PrecisionRun(folder, pairs.subList(heldOut, pairs.size()), pairs.subList(0, heldOut), steps);
        var page = new PrecisionPage(run, maxLength, said("float32", run), said("bfloat16", run));
        page.write(Given.root());
        return page.figures().stream().allMatch(Figure::met) ? 0 : 1;
    }

    private List<EncodedPair> pairs(ModelFolder folder) throws IOException {
        var file = Files.createTempFile("kernelign-benchmark", ".jsonl");
        try {
            int count = heldOut + steps * PrecisionRun.PAIRS_PER_STEP;
            BenchmarkPairs.select(data.path(), folder, maxLength, count, file);
            var pairs = BenchmarkPairs.read(file, folder, maxLength);
            if (pairs.size() < count) {
                throw new IllegalArgumentException("the data has " + pairs.size() + " pairs of at most " + maxLength
                        + " tokens, and " + count + " are needed; allow more with --max-length");
            }
            return pairs;
        } finally {
            Files.delete(file);
        }
    }

    private Course said(String dtype, PrecisionRun run) throws IOException {
        var course = run.in(dtype);
        System.out.printf(
                Locale.ROOT,
                "%-9s accuracy %.4f  last loss %.4f%n",
                dtype,
                course.accuracy(),
                course.smoothed()[steps - 1]);
        return course;
    }
}
