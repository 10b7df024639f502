package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.load.Latencies;
import io.kernelign.benchmarks.platform.ApiClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Clients that upload files, and delete what these have become. */
final class Uploaders implements AutoCloseable {

    private final ApiClient client;
    private final LargeFiles files;
    private final ServerErrors errors;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Latencies uploads = new Latencies();
    private volatile boolean ended;

    Uploaders(ApiClient client, LargeFiles files, ServerErrors errors) {
        this.client = client;
        this.files = files;
        this.errors = errors;
    }

    /** Begins with so many clients that upload one file after another until {@link #close}. */
    void inALoop(int clients) {
        for (int i = 0; i < clients; i++) {
            threads.execute(() -> {
                while (!ended) {
                    upload();
                }
            });
        }
    }

    /** So many uploads at once; {@link #close} waits until the last is answered. */
    void atOnce(int clients) {
        for (int i = 0; i < clients; i++) {
            threads.execute(this::upload);
        }
    }

    private void upload() {
        try {
            long start = System.nanoTime();
            var answer = client.post("/api/v1/datasets?name=large", "application/jsonl", files.next(), Map.of());
            errors.see(answer.statusCode());
            if (answer.statusCode() == 201) {
                uploads.add(System.nanoTime() - start);
                delete(JsonMapper.shared().readTree(answer.body()).get("id").asString());
            } else {
                uploads.fail();
            }
        } catch (IOException e) {
            uploads.fail();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete(String dataset) throws IOException, InterruptedException {
        errors.see(client.delete("/api/v1/datasets/" + dataset).statusCode());
    }

    /** How long they took, and how many were not taken. */
    Latencies uploads() {
        return uploads;
    }

    /** Lets uploads that are on their way come to their end. */
    @Override
    public void close() {
        ended = true;
        threads.shutdown();
        try {
            threads.awaitTermination(10, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
