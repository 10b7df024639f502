package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.load.Latencies;
import io.kernelign.benchmarks.load.SteadyReads;
import io.kernelign.benchmarks.platform.ApiClient;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Reads of a job, of the newest jobs and of a job's metrics, by turns. */
final class JobReads {

    private final ApiClient client;
    private final ManyJobs jobs;
    private final ServerErrors errors;
    private final Random draws = new Random(1);

    JobReads(ApiClient client, ManyJobs jobs, ServerErrors errors) {
        this.client = client;
        this.jobs = jobs;
        this.errors = errors;
    }

    private CompletableFuture<Void> read() {
        var job = "/api/v1/jobs/" + jobs.id(draws.nextInt(jobs.jobs()));
        var path =
                switch (draws.nextInt(3)) {
                    case 0 -> job;
                    case 1 -> job + "/metrics";
                    default -> "/api/v1/jobs";
                };
        return client.status(path).thenAccept(status -> require(path, status));
    }

    private void require(String path, int status) {
        errors.see(status);
        if (status != 200) {
            throw new IllegalStateException(path + " was answered with " + status);
        }
    }

    /** One read after another by each of so many clients: as many as there can be, not more. */
    void inTurn(int clients, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Stream.generate(() -> next(end)).limit(clients).toList().forEach(CompletableFuture::join);
    }

    private CompletableFuture<Void> next(long end) {
        return System.nanoTime() < end
                ? read().thenComposeAsync(read -> next(end))
                : CompletableFuture.completedFuture(null);
    }

    /** So many a second, for so long, after a second that is not measured. */
    Latencies steadily(int perSecond, int seconds) throws InterruptedException {
        try (var reads = new SteadyReads(perSecond, this::read)) {
            Thread.sleep(1_000);
            reads.measureFromNow();
            Thread.sleep(seconds * 1_000L);
            return reads.latencies();
        }
    }
}
