package io.kernelign.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Benchmarks of a model.
 *
 * @param model the base model
 * @param job the job whose trained model is evaluated, or that evaluates; {@code null} for a base model alone
 * @param step optimiser steps of the job that made the model; {@code null} for a base model, and until it is loaded
 * @param pass {@code before} or {@code after} where it is part of its job; {@code null} otherwise
 * @param spec the resolved spec: every default filled in
 * @param answered questions so far
 * @param questions of all its benchmarks; 0 until they are read
 * @param secondsLeft estimate; {@code null} while there is none
 * @param scores of the benchmarks that have ended, in the order of the spec
 * @param error why it failed; {@code null} otherwise
 */
public record EvaluationView(
        String id,
        String name,
        TaskState state,
        String model,
        String job,
        Long step,
        String pass,
        Map<String, Object> spec,
        int answered,
        int questions,
        Long secondsLeft,
        List<BenchmarkScore> scores,
        String error,
        Map<String, String> tags,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {}
