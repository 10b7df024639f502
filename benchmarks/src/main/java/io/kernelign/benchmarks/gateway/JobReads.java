package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.load.Latencies;
import io.kernelign.benchmarks.load.SteadyReads;
import io.kernelign.benchmarks.platform.ApiClient;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Reads of a job, of the newest jobs and of a job's metrics, by turns. */
final class JobReads implements AutoCloseable {

    private final ApiClient client;
    private final ManyJobs jobs;
    private final ServerErrors errors;
    private final Random draws = new Random(1);
    private final SteadyReads reads;

    JobReads(ApiClient client, ManyJobs jobs, ServerErrors errors, int perSecond) {
        this.client = client;
        this.jobs = jobs;
        this.errors = errors;
        this.reads = new SteadyReads(perSecond, this::read);
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

    /** What is measured from now on, for so long. */
    Latencies measure(int seconds) throws InterruptedException, IOException {
        reads.measureFromNow();
        Thread.sleep(seconds * 1_000L);
        return reads.latencies();
    }

    @Override
    public void close() {
        reads.close();
    }
}
