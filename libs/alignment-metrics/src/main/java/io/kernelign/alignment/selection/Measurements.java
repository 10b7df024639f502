package io.kernelign.alignment.selection;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All eight metrics of one data set. */
public record Measurements(Map<SelectionMetric, Measurement> byMetric) {

    public Measurements {
        byMetric = Collections.unmodifiableMap(new EnumMap<>(byMetric));
    }

    /** Measures the pairs; the same seed gives the same figures. */
    public static Measurements of(PairDistances pairs, long seed) {
        return new Measurements(Arrays.stream(SelectionMetric.values())
                .parallel()
                .collect(Collectors.toMap(Function.identity(), metric -> metric.measure(pairs, seed))));
    }

    /** Empty when the data cannot say. */
    public OptionalDouble value(SelectionMetric metric) {
        return byMetric.get(metric).value();
    }
}
