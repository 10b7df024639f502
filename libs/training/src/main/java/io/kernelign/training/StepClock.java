package io.kernelign.training;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the time of one optimiser step goes, as this thread sees it: a GPU may still be computing what a part has asked
 * for when the next one begins.
 */
final class StepClock {

    /** What a step consists of. */
    enum Part {
        REFERENCE,
        POLICY_FORWARD,
        OBJECTIVE,
        BACKWARD,
        OPTIMISER
    }

    private final long started = System.nanoTime();
    private final Map<Part, Long> nanos = new EnumMap<>(Part.class);

    <T> T time(Part part, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.merge(part, System.nanoTime() - begun, Long::sum);
        }
    }

    void time(Part part, Runnable work) {
        time(part, () -> {
            work.run();
            return part;
        });
    }

    /** Seconds of each part and of the whole step until now, and tokens per second. */
    void tell(long tokens, Map<String, Double> metrics) {
        for (var part : Part.values()) {
            metrics.put("seconds." + part.name().toLowerCase(Locale.ROOT), nanos.getOrDefault(part, 0L) / 1e9);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        metrics.put("seconds.step", seconds);
        metrics.put("tokens_per_second", tokens / seconds);
    }
}
