package io.kernelign.benchmarks.gateway;

import java.util.List;
import java.util.Map;

/** Jobs of several kinds by turns; those of one kind have the same result, to the last bit. */
record TinyJobs(String model, String dataset, int steps) {

    private static final List<Object> OBJECTIVES = List.of(
            Map.of("kernel", "hmk"),
            "auto",
            Map.of("kernel", "rbf"),
            Map.of("kernel", "none", "divergence", "jensen_shannon"));

    static int kind(int number) {
        return number % OBJECTIVES.size();
    }

    TinyJob get(int number) {
        return new TinyJob(model, dataset, OBJECTIVES.get(kind(number)), steps);
    }
}
