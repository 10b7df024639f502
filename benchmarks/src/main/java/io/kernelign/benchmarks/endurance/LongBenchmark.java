package io.kernelign.benchmarks.endurance;

import io.kernelign.benchmarks.BenchmarkPairs;
import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import io.kernelign.benchmarks.GivenData;
import io.kernelign.benchmarks.Machine;
import io.kernelign.lm.ModelFolder;
import io.kernelign.training.TrainingEvent.Stepped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench long}. */
@Command(
        name = "long",
        mixinStandardHelpOptions = true,
        description = "Many steps, and many jobs one after another, in this process: its resident memory.")
public final class LongBenchmark implements Callable<Integer> {

    /** Steps between two samples. */
    static final int EVERY = 50;

    static final int JOB_STEPS = 20;

    private static final int PAIRS = 64;
    private static final int MAX_LENGTH = 256;

    @Option(
            names = "--model",
            description = "Folder of a tiny model with weights (default: stories260k beside the checkout).")
    private Path model;

    @Mixin
    private GivenData data;

    @Option(names = "--steps", defaultValue = "2500", description = "Steps (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--jobs", defaultValue = "50", description = "Jobs (default: ${DEFAULT-VALUE}).")
    private int jobs;

    @Override
    public Integer call() throws IOException {
        var folder = Given.tinyModel(model);
        var pairs = Files.createTempFile("kernelign-benchmark", ".jsonl");
        try {
            BenchmarkPairs.select(data.path(), ModelFolder.open(folder), MAX_LENGTH, PAIRS, pairs);
            var job = new Job(folder, pairs, MAX_LENGTH);
            var page = new LongPage(folder.getFileName().toString(), PAIRS, MAX_LENGTH, ofSteps(job), ofJobs(job));
            page.write(Given.root());
            return page.figures().stream().allMatch(Figure::met) ? 0 : 1;
        } finally {
            Files.delete(pairs);
        }
    }

    private Resident ofSteps(Job job) throws IOException {
        var bytes = new ArrayList<Long>();
        job.run(JobKind.LONG.steps(steps), event -> {
            if (event instanceof Stepped && event.step() % EVERY == 0) {
                bytes.add(said("step " + event.step()));
            }
        });
        return new Resident(bytes);
    }

    private Resident ofJobs(Job job) throws IOException {
        var bytes = new ArrayList<Long>();
        for (int i = 0; i < jobs; i++) {
            job.run(JobKind.ALL.get(i % JobKind.ALL.size()).steps(JOB_STEPS), event -> {});
            bytes.add(said("job " + (i + 1)));
        }
        return new Resident(bytes);
    }

    private static long said(String when) {
        long bytes = Machine.residentBytes();
        System.out.printf(Locale.ROOT, "%s  %,d kB%n", when, bytes / 1000);
        return bytes;
    }
}
