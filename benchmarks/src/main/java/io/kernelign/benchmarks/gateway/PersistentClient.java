package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.platform.ApiClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps some jobs unfinished. Each request has an Idempotency-Key and is sent until it is answered; every now and then one
 * that was answered long ago is sent again.
 */
final class PersistentClient {

    private static final String JOBS = "/api/v1/jobs";
    private static final int UNFINISHED = 3;
    private static final int LOOK_MILLIS = 300;
    private static final int RETRY_MILLIS = 100;

    private final ApiClient client;
    private final TinyJobs jobs;
    private final Random random;
    private final List<String> made = new ArrayList<>();
    private int retries;
    private int repeats;
    private int otherAnswers;
    private Exception trouble;

    PersistentClient(ApiClient client, TinyJobs jobs, long seed) {
        this.client = client;
        this.jobs = jobs;
        this.random = new Random(seed);
    }

    /** Submits until it is closed, and then waits until all jobs have ended. */
    interface Submitting extends AutoCloseable {
        @Override
        void close() throws IOException, InterruptedException;
    }

    Submitting begin() {
        var thread = Executors.newSingleThreadScheduledExecutor();
        thread.scheduleWithFixedDelay(this::turn, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return () -> {
            thread.shutdown();
            thread.awaitTermination(5, TimeUnit.MINUTES);
            if (trouble != null) {
                throw new IOException("a request was not answered as it should be", trouble);
            }
            while (unfinished() > 0) {
                Thread.sleep(LOOK_MILLIS);
            }
        };
    }

    private void turn() {
        try {
            if (trouble == null) {
                repeatOne();
                if (unfinished() < UNFINISHED) {
                    add(submit(jobs()));
                }
            }
        } catch (IOException e) {
            // Who is killed does not answer; the next turn asks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            trouble = e;
        }
    }

    private long unfinished() throws IOException, InterruptedException {
        return client.json(JOBS + "?limit=20")
                .get("items")
                .valueStream()
                .filter(job -> !JobWatch.ENDED.contains(job.get("state").asString()))
                .count();
    }

    private void repeatOne() throws InterruptedException {
        if (jobs() > 0 && random.nextInt(5) == 0) {
            int number = random.nextInt(jobs());
            repeats++;
            if (!submit(number).equals(made().get(number))) {
                otherAnswers++;
            }
        }
    }

    /** Sends the same request until it is answered; the id of the job. */
    private String submit(int number) throws InterruptedException {
        while (true) {
            try {
                var answer = client.post(JOBS, jobs.get(number).spec(), "job-" + number);
                if (answer.statusCode() == 201) {
                    return JsonMapper.shared().readTree(answer.body()).get("id").asString();
                }
                if (answer.statusCode() < 500) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                // The gateway, or the connection to it, was killed.
            }
            retries++;
            Thread.sleep(RETRY_MILLIS);
        }
    }

    private synchronized void add(String id) {
        made.add(id);
    }

    synchronized int jobs() {
        return made.size();
    }

    /** Ids of the jobs that its requests were answered with, in the order of their numbers. */
    synchronized List<String> made() {
        return List.copyOf(made);
    }

    /** How often a request was sent again because it had no answer. */
    int retries() {
        return retries;
    }

    /** How often one was sent again that had been answered. */
    int repeats() {
        return repeats;
    }

    /** How often that was answered with another job. */
    int otherAnswers() {
        return otherAnswers;
    }
}
