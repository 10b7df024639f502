package io.kernelign.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A sweep.
 *
 * @param spec the resolved spec: every default filled in
 * @param trialsPlanned how many trials it runs unless it ends early
 * @param trialsBegun how many have begun
 * @param best the best trial so far; {@code null} before the first score
 * @param trials all that have begun, in their order; empty in listings
 * @param error why it failed; {@code null} otherwise
 */
public record SweepView(
        String id,
        String name,
        TaskState state,
        Map<String, Object> spec,
        String datasetId,
        int trialsPlanned,
        int trialsBegun,
        SweepTrialView best,
        List<SweepTrialView> trials,
        String error,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {}
