package io.kernelign.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A run's record with a summary of each of its curves (empty in listings). */
public record RunView(
        String id,
        String name,
        String model,
        String datasetId,
        String datasetName,
        String state,
        int attempt,
        Map<String, Object> objective,
        Map<String, String> tags,
        Map<String, Object> details,
        List<CurveSummary> curves,
        Instant createdAt,
        Instant finishedAt) {}
