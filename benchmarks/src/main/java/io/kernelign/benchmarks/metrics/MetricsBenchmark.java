package io.kernelign.benchmarks.metrics;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kernelign bench metrics-service}. */
@Command(
        name = "metrics-service",
        mixinStandardHelpOptions = true,
        description =
                "Reads summaries and series from metrics-service while runs write into it, kills the writer and the"
                        + " service, and counts what stands in the end.")
public final class MetricsBenchmark implements Callable<Integer> {

    private static final String LONG_RUN = "job_long";
    private static final int LONG_BATCH = 10_000;
    private static final int LOOK_MILLIS = 200;
    private static final int OUTAGE_MILLIS = 2_000;

    @Option(names = "--runs", defaultValue = "20", description = "Runs that write (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--batch", defaultValue = "1000", description = "Points of a batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--points",
            defaultValue = "5000000",
            description = "Points of all runs that stand in the end (default: ${DEFAULT-VALUE}).")
    private long points;

    @Option(
            names = "--rate",
            defaultValue = "10000",
            description = "Points a second of all runs (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--reads", defaultValue = "100", description = "Reads a second (default: ${DEFAULT-VALUE}).")
    private int reads;

    @Option(
            names = "--long",
            defaultValue = "1000000",
            description = "Points of the long series (default: ${DEFAULT-VALUE}).")
    private long longPoints;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Seconds before reads are measured (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--kills",
            defaultValue = "3",
            description = "How often the writer, and the service, is killed (default: ${DEFAULT-VALUE}).")
    private int kills;

    private final Path root = Given.root();

    @Override
    public Integer call() throws Exception {
        var load = new Load(runs, batch, points);
        var work = root.resolve(".cache/bench/metrics-service");
        delete(work);
        Files.createDirectories(work);
        try (var service = ServiceUnderLoad.start(root, work)) {
            var client = new MetricsClient(service.url());
            writeLong(client);
            for (int run = 0; run < runs; run++) {
                client.open(Load.run(run));
            }
            var writer = new Writer(root, work.resolve("written"), service.url(), load, rate);
            var page = measure(service, client, writer, load);
            page.report().write(root);
            return page.figures().stream().allMatch(Figure::met) ? 0 : 1;
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void writeLong(MetricsClient client) throws IOException, InterruptedException {
        client.open(LONG_RUN);
        for (long first = 0; first < longPoints; first += LONG_BATCH) {
            client.append(LONG_RUN, Load.longBody(first, (int) Math.min(LONG_BATCH, longPoints - first)));
        }
    }

    private MetricsPage measure(ServiceUnderLoad service, MetricsClient client, Writer writer, Load load)
            throws Exception {
        long start = System.nanoTime();
        var process = writer.start();
        try (var reader = new Reader(client, load, LONG_RUN, reads)) {
            Thread.sleep(warmUp * 1_000L);
            reader.measureFromNow();
            awaitPoints(writer, points - killPoints());
            double seconds = (System.nanoTime() - start) / 1e9;
            double written = writer.points() / seconds;
            var measured = reader.reads();
            var measuredLong = reader.longReads();
            reader.measureFromNow();
            System.out.printf(
                    Locale.ROOT,
                    "%.0f points/s; %d reads, p50 %.1f ms, p99 %.1f ms; long series p99 %.1f ms%n",
                    written,
                    measured.count(),
                    measured.millis(0.5),
                    measured.millis(0.99),
                    measuredLong.millis(0.99));
            for (int kill = 1; kill <= kills; kill++) {
                long due = points - killPoints() + killPoints() * kill / (kills + 1);
                awaitPoints(writer, due);
                process.destroyForcibly().onExit().join();
                process = writer.start();
                Thread.sleep(OUTAGE_MILLIS);
                service.kill();
                Thread.sleep(OUTAGE_MILLIS);
                service.start();
            }
            if (process.waitFor() != 0) {
                throw new IOException("the writer ended with " + process.exitValue());
            }
            return new MetricsPage(
                    load,
                    rate,
                    reads,
                    longPoints,
                    kills,
                    written,
                    measured,
                    measuredLong,
                    Standing.read(service, load, LONG_RUN));
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    /** The part that is written while the writer and the service are killed. */
    private long killPoints() {
        return kills == 0 ? 0 : points / 10;
    }

    private static void awaitPoints(Writer writer, long count) throws IOException, InterruptedException {
        while (writer.points() < count) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
