package io.kernelign.alignment.selection;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * What is low and what is high for each metric, seen from a collection of data sets with the same encoder.
 *
 * @param values thirds of the metrics
 * @param sizes thirds of their absolute values
 */
public record Reference(Map<SelectionMetric, Thirds> values, Map<SelectionMetric, Thirds> sizes) {

    public Reference {
        values = Map.copyOf(values);
        sizes = Map.copyOf(sizes);
    }

    /** @param collection at least one data set for which every metric can be said */
    public static Reference of(Collection<Measurements> collection) {
        return new Reference(thirds(collection, DoubleUnaryOperator.identity()), thirds(collection, Math::abs));
    }

    private static Map<SelectionMetric, Thirds> thirds(Collection<Measurements> collection, DoubleUnaryOperator seen) {
        return Arrays.stream(SelectionMetric.values())
                .collect(toMap(
                        Function.identity(),
                        metric -> Thirds.of(collection.stream()
                                .map(data -> data.value(metric))
                                .flatMapToDouble(OptionalDouble::stream)
                                .map(seen)
                                .toArray())));
    }

    double low(SelectionMetric metric) {
        return values.get(metric).lower();
    }

    double high(SelectionMetric metric) {
        return values.get(metric).upper();
    }

    double small(SelectionMetric metric) {
        return sizes.get(metric).lower();
    }
}
