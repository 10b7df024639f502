package io.kernelign.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * A job.
 *
 * @param spec the resolved spec: every default filled in, {@code objective} replaced once it is chosen
 * @param paused whether no worker goes on with it until it is resumed; its state says how far it had come
 * @param queue where it stands while it waits for a worker; {@code null} otherwise
 * @param attempt how many workers have taken it so far
 * @param recommendationId the recommendation behind {@code objective: auto}; {@code null} otherwise
 * @param pilot the race that chose the objective; {@code null} without {@code selection: pilot}, and until it begins
 * @param webhook who is told what becomes of it; {@code null} for nobody
 * @param error why it failed; {@code null} otherwise
 */
public record JobView(
        String id,
        String name,
        JobState state,
        boolean paused,
        QueuePlace queue,
        String model,
        String datasetId,
        Map<String, Object> spec,
        JobProgress progress,
        int attempt,
        String recommendationId,
        PilotView pilot,
        WebhookView webhook,
        String error,
        Map<String, String> tags,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {}
