package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.Figure;
import io.kernelign.benchmarks.load.Latencies;
import io.kernelign.benchmarks.platform.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Reads at a steady rate: alone, while files are uploaded in a loop, and before and after many uploads at once. */
final class GatewayLoad {

    /** MiB that the heap of each service may take. */
    static final int HEAP = 512;

    private static final int STEPS = 20;

    /** Who reads while everything is still cold: a platform that starts is not asked for what a warm one can give. */
    private static final int WARM_UP_CLIENTS = 8;

    @Option(names = "--jobs", defaultValue = "10000", description = "Jobs in the database (default: ${DEFAULT-VALUE}).")
    private int jobs;

    @Option(
            names = "--seconds",
            defaultValue = "120",
            description = "How long reads are measured, alone and with uploads (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description =
                    "Seconds of reads, one after another, and of uploads before that (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--reads", defaultValue = "300", description = "Reads a second (default: ${DEFAULT-VALUE}).")
    private int perSecond;

    @Option(
            names = "--uploaders",
            defaultValue = "20",
            description = "Clients that upload in a loop (default: ${DEFAULT-VALUE}).")
    private int uploaders;

    @Option(
            names = "--at-once",
            defaultValue = "200",
            description = "Uploads that begin at the same time (default: ${DEFAULT-VALUE}).")
    private int atOnce;

    @Option(names = "--mib", defaultValue = "8", description = "MiB of each file (default: ${DEFAULT-VALUE}).")
    private int mib;

    /** Measures and writes the report; whether all goals were met. */
    boolean run(Path root, Path model) throws IOException, InterruptedException, SQLException {
        try (var platform = Platform.start(root, root.resolve(".cache/bench/gateway"), model, HEAP)) {
            var client = platform.client();
            var dataset = TinyJob.upload(client);
            var job = new TinyJob(TinyJob.nameOf(model), dataset, Map.of("kernel", "hmk"), STEPS);
            var page = measure(platform, ManyJobs.make(client, platform.database(), job, jobs));
            page.report().write(root);
            return page.figures().stream().allMatch(Figure::met);
        }
    }

    private GatewayPage measure(Platform platform, ManyJobs all) throws IOException, InterruptedException {
        var client = platform.client();
        var errors = new ServerErrors();
        var files = new LargeFiles(mib);
        var heap = new LiveHeap(client, platform.gateway());
        var reads = new JobReads(client, all, errors);
        try (var uploads = new Uploaders(client, files, errors)) {
            uploads.inALoop(uploaders);
            reads.inTurn(WARM_UP_CLIENTS, warmUp / 2);
        }
        reads.inTurn(WARM_UP_CLIENTS, warmUp / 2);
        double before = heap.mib();
        var alone = told("alone", reads.steadily(perSecond, seconds));
        Latencies beside;
        Latencies looped;
        try (var uploads = new Uploaders(client, files, errors)) {
            uploads.inALoop(uploaders);
            beside = told("with uploads", reads.steadily(perSecond, seconds));
            looped = uploads.uploads();
        }
        var burst = told("uploads at once", burst(new Uploaders(client, files, errors)));
        return new GatewayPage(
                jobs,
                seconds,
                perSecond,
                uploaders,
                mib,
                alone,
                beside,
                looped,
                burst,
                errors.count(),
                before,
                heap.mib());
    }

    private Latencies burst(Uploaders clients) {
        try (clients) {
            clients.atOnce(atOnce);
        }
        return clients.uploads();
    }

    private static Latencies told(String what, Latencies times) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d, %d failed, p50 %.1f ms, p99 %.1f ms%n",
                what,
                times.count(),
                times.failures(),
                times.millis(0.5),
                times.millis(0.99));
        return times;
    }
}
