package io.kernelign.benchmarks.endurance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A job's objective and how it trains, as a user writes them. */
record JobKind(Map<String, Object> objective, Map<String, Object> training) {

    /** What changes least from step to step: an adapter, a divergence over the vocabulary, learned weights. */
    static final JobKind LONG = new JobKind(Map.of("kernel", "hmk", "divergence", "kl"), Map.of("dtype", "float32"));

    /** Every way to hold a model's weights, what backward needs, and what the reference said. */
    static final List<JobKind> ALL = List.of(
            new JobKind(Map.of(), Map.of("dtype", "float32")),
            new JobKind(Map.of("kernel", "hmk", "divergence", "kl"), Map.of("dtype", "bfloat16")),
            new JobKind(
                    Map.of("divergence", "jensen_shannon"),
                    Map.of("dtype", "float32", "lora", Map.of("layers", Map.of("top", 2)))),
            new JobKind(
                    Map.of("kernel", "mixture", "divergence", "hellinger"),
                    Map.of("dtype", "float32", "gradientCheckpointing", "on")),
            new JobKind(Map.of("divergence", "kl"), Map.of("method", "full")));

    /** The same for so many steps. */
    JobKind steps(int steps) {
        var longer = new HashMap<>(training);
        longer.put("steps", steps);
        longer.put("batchTokens", 512);
        return new JobKind(objective, longer);
    }
}
