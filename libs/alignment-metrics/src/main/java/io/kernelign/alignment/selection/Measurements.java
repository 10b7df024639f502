package io.kernelign.alignment.selection;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Collectors;

/** All eight metrics of one data set. */
public record Measurements(Map<SelectionMetric, Measurement> byMetric) {

    public Measurements {
        byMetric = Collections.unmodifiableMap(new EnumMap<>(byMetric));
    }

    /** Measures the pairs; the same seed gives the same figures. */
    public static Measurements of(PairDistances pairs, long seed) {
        var values = new ConcurrentHashMap<SelectionMetric, Measurement>();
        var tasks = Arrays.stream(SelectionMetric.values())
                .map(metric -> ForkJoinTask.adapt(() -> {
                    values.put(metric, metric.measure(pairs, seed));
                }))
                .collect(Collectors.toList());
        // The last takes by far the longest, and is shared out by the thread that begins it, which is this one.
        Collections.reverse(tasks);
        ForkJoinTask.invokeAll(tasks);
        return new Measurements(values);
    }

    /** Empty when the data cannot say. */
    public OptionalDouble value(SelectionMetric metric) {
        return byMetric.get(metric).value();
    }
}
