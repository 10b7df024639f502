package io.kernelign.benchmarks.gateway;

import io.kernelign.benchmarks.platform.ApiClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks at the states of all jobs each time that the platform has recovered. */
final class JobWatch {

    static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");

    private static final List<String> WAY = List.of("queued", "selecting", "training", "evaluating", "succeeded");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration EVER = Duration.ofMinutes(3);
    private static final int LOOK_MILLIS = 200;

    private final ApiClient client;
    private final Map<String, String> seen = new HashMap<>();
    private int late;
    private int wrong;
    private double slowestSeconds;

    JobWatch(ApiClient client) {
        this.client = client;
    }

    /** Waits until every job has a state that follows from the one it had, and some job that had not ended has gone on. */
    void awaitRight() throws IOException, InterruptedException {
        long start = System.nanoTime();
        var standing = new HashMap<String, String>();
        while (!isRight(standing)) {
            if (System.nanoTime() - start > EVER.toNanos()) {
                throw new IOException("no worker goes on with any job");
            }
            Thread.sleep(LOOK_MILLIS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        slowestSeconds = Math.max(slowestSeconds, seconds);
        if (seconds > SOON.toSeconds()) {
            late++;
        }
    }

    /** @param standing where each unfinished job stood at the first look, by its id; empty before */
    private boolean isRight(Map<String, String> standing) throws InterruptedException {
        try {
            boolean first = standing.isEmpty();
            boolean gone = first;
            for (var job : all(client)) {
                look(job);
                var id = job.get("id").asString();
                if (first && !ENDED.contains(job.get("state").asString())) {
                    standing.put(id, standing(job));
                    gone = false;
                }
                gone |= !first && standing.containsKey(id) && !standing.get(id).equals(standing(job));
            }
            return gone;
        } catch (IOException e) {
            return false;
        }
    }

    private static String standing(JsonNode job) {
        return job.get("state").asString() + " " + job.get("attempt") + " " + job.at("/progress/step");
    }

    private void look(JsonNode job) {
        var now = job.get("state").asString();
        var before = seen.put(job.get("id").asString(), now);
        if (before != null && !before.equals(now) && !follows(before, now)) {
            wrong++;
            System.out.println(job.get("id").asString() + " was " + before + " and is " + now);
        }
        if (!now.equals(before) && ENDED.contains(now) && !now.equals("succeeded")) {
            System.out.println(job.get("id").asString() + " is " + now + ": " + job.get("error"));
        }
    }

    /** Whether a job may have come from one state to another, be it through others. */
    static boolean follows(String before, String now) {
        return !ENDED.contains(before) && (ENDED.contains(now) || WAY.indexOf(before) < WAY.indexOf(now));
    }

    /** Every job, newest first. */
    static List<JsonNode> all(ApiClient client) throws IOException, InterruptedException {
        var jobs = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = client.json("/api/v1/jobs?limit=100" + cursor);
            page.get("items").forEach(jobs::add);
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return jobs;
    }

    /** How often that took more than ten seconds. */
    int late() {
        return late;
    }

    /** States that do not follow from the one before. */
    int wrong() {
        return wrong;
    }

    double slowestSeconds() {
        return slowestSeconds;
    }
}
