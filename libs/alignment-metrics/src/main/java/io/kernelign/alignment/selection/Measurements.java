package io.kernelign.alignment.selection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** All eight metrics of one data set. */
public record Measurements(Map<SelectionMetric, Measurement> byMetric) {

    public Measurements {
        byMetric = Collections.unmodifiableMap(new EnumMap<>(byMetric));
    }

    /** Measures the pairs; the same seed gives the same figures. */
    public static Measurements of(PairDistances pairs, long seed) {
        var measured = new EnumMap<SelectionMetric, Measurement>(SelectionMetric.class);
        for (var metric : SelectionMetric.values()) {
            measured.put(metric, metric.measure(pairs, seed));
        }
        return new Measurements(measured);
    }

    /** Empty when the data cannot say. */
    public OptionalDouble value(SelectionMetric metric) {
        return byMetric.get(metric).value();
    }
}
