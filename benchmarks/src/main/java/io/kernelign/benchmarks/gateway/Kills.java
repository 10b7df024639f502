package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import picocli.CommandLine.Option;

/** Jobs that are submitted and trained while every process of the platform is killed again and again. */
final class Kills {

    /** MiB that the heap of each service may take. */
    static final int HEAP = 512;

    @Option(
            names = "--kills",
            defaultValue = "200",
            description = "Kills of all five processes together (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(names = "--least-jobs", defaultValue = "50", description = "Jobs, at least (default: ${DEFAULT-VALUE}).")
    private int leastJobs;

    @Option(names = "--steps", defaultValue = "150", description = "Steps of each job (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of what is killed and when (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** Kills, counts and writes the report; whether all goals were met. */
    boolean run(Path root, Path model) throws IOException, InterruptedException, SQLException {
        try (var platform = Platform.start(root, root.resolve(".cache/bench/kills"), model, HEAP)) {
            var dataset = TinyJob.upload(platform.client());
            var client =
                    new PersistentClient(platform.client(), new TinyJobs(TinyJob.nameOf(model), dataset, steps), seed);
            var killer = new Killer(platform, new Random(seed));
            var watch = new JobWatch(platform.client());
            try (var submitting = client.begin()) {
                while (killer.kills() < kills || client.jobs() < leastJobs) {
                    killer.next();
                    watch.awaitRight();
                    System.out.printf(
                            "%d kills, %d jobs, %d late, %d wrong%n",
                            killer.kills(), client.jobs(), watch.late(), watch.wrong());
                }
            }
            var verdict = Verdict.of(platform.client(), client.made(), steps);
            var page = new KillsPage(killer.byName(), steps, watch, client, verdict);
            page.report().write(root);
            return page.figures().stream().allMatch(Figure::met);
        }
    }
}
