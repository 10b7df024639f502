package io.kernelign.benchmarks.metrics;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is written: of every run the same curves, a batch some steps of each.
 *
 * @param batch points of a batch, a multiple of {@value #CURVES}
 * @param points of all runs, a multiple of what a batch of each has
 */
record Load(int runs, int batch, long points) {

    static final int CURVES = 10;
    static final String SPLIT = "train";

    private static final String AT = "2026-01-01T00:00:00Z";

    Load {
        if (batch % CURVES != 0 || points % ((long) runs * batch) != 0) {
            throw new IllegalArgumentException("points must be a multiple of runs times batch, and batch of " + CURVES);
        }
    }

    int batchesOfRun() {
        return (int) (points / runs / batch);
    }

    int stepsOfBatch() {
        return batch / CURVES;
    }

    long pointsOfCurve() {
        return (long) batchesOfRun() * stepsOfBatch();
    }

    static String run(int number) {
        return "job_" + number;
    }

    static String curve(int number) {
        return "metric_" + number;
    }

    /** The body of a request that writes one batch of a run. */
    String body(int run, int batchOfRun) {
        long first = (long) batchOfRun * stepsOfBatch();
        return IntStream.range(0, batch)
                .mapToObj(i -> {
                    int curve = i % CURVES;
                    long step = first + i / CURVES;
                    return point(curve(curve), step, Math.sin(step * (curve + 1) / 500.0 + run));
                })
                .collect(Collectors.joining(",", "{\"attempt\":1,\"points\":[", "]}"));
    }

    /** The body of a request that writes steps of one curve, which falls and wavers. */
    static String longBody(long first, int points) {
        return IntStream.range(0, points)
                .mapToObj(i -> {
                    long step = first + i;
                    return point(
                            curve(0),
                            step,
                            3 * Math.exp(-step / 2e5) + 0.2 * Math.sin(step * 12.9898) * Math.cos(step));
                })
                .collect(Collectors.joining(",", "{\"attempt\":1,\"points\":[", "]}"));
    }

    private static String point(String name, long step, double value) {
        return String.format(
                Locale.ROOT,
                "{\"split\":\"%s\",\"name\":\"%s\",\"step\":%d,\"value\":%s,\"at\":\"%s\"}",
                SPLIT,
                name,
                step,
                value,
                AT);
    }
}
