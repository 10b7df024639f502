package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.contracts.EvaluationView;
import io.kernelign.contracts.TaskState;
import io.kernelign.service.page.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of an evaluation.
 *
 * @param job {@code null} for a base model alone
 * @param pass as in JSON; {@code null} for one that is not its job's own
 * @param spec every default filled in
 * @param step optimiser steps that made the model; {@code null} for a base model, and before it is loaded
 * @param error why it failed; {@code null} otherwise
 */
public record Evaluation(
        String id,
        String tenant,
        String name,
        String model,
        String job,
        String pass,
        Map<String, Object> spec,
        Map<String, String> tags,
        TaskState state,
        Long step,
        int answered,
        int questions,
        Long secondsLeft,
        List<BenchmarkScore> scores,
        List<ArtifactView> artifacts,
        String error,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** Its place in a listing. */
    Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    /** Whether nothing tells that a benchmark's files were others there: two uploads of different content do. */
    boolean mayHaveFilesOf(Evaluation other, String benchmark) {
        var here = uploaded(benchmark);
        var there = other.uploaded(benchmark);
        return here.isEmpty() || there.isEmpty() || here.equals(there);
    }

    /** SHA-256 of a benchmark's uploaded archive; empty where its files lie in a folder. */
    private Optional<Object> uploaded(String benchmark) {
        return ((List<?>) spec.get("benchmarks"))
                .stream()
                        .map(asked -> (Map<?, ?>) asked)
                        .filter(asked -> asked.get("name").equals(benchmark))
                        .findFirst()
                        .map(asked -> asked.get("sha256"));
    }

    EvaluationView view() {
        return new EvaluationView(
                id,
                name,
                state,
                model,
                job,
                step,
                pass,
                spec,
                answered,
                questions,
                secondsLeft,
                scores,
                error,
                tags,
                createdAt,
                startedAt,
                finishedAt);
    }
}
