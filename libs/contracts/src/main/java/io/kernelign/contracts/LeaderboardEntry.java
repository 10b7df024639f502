package io.kernelign.contracts;

import java.time.Instant;
import java.util.Map;

/**
 * A run among others.
 *
 * @param rank from 1; equal values share one
 * @param kernel by its name, like {@code divergence}; {@code null} when the objective names none
 * @param value by which it is ranked, measured at {@code step}
 * @param finishedAt {@code null} while it runs
 */
public record LeaderboardEntry(
        int rank,
        String run,
        String name,
        String model,
        String datasetId,
        String datasetName,
        String state,
        String kernel,
        String divergence,
        Map<String, String> tags,
        double value,
        long step,
        Instant createdAt,
        Instant finishedAt) {}
