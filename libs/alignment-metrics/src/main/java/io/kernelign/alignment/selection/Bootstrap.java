package io.kernelign.alignment.selection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * What resamples of the pairs say, drawn with replacement and as many as there are (Efron 1979): how far each metric, and
 * each choice made from the metrics, would be the same with other pairs of the same source.
 *
 * @param pairs what all pairs say
 * @param resamples what each resample says
 */
public record Bootstrap(Measurements pairs, List<Measurements> resamples) {

    private static final double COVERAGE = 0.95;

    public Bootstrap {
        resamples = List.copyOf(resamples);
    }

    /** Measures the pairs and the resamples; the same seed gives the same figures, whatever the number of threads. */
    public static Bootstrap of(PairDistances pairs, int resamples, long seed) {
        var seeds = new SplittableRandom(seed).longs(resamples).boxed().toList();
        return new Bootstrap(
                Measurements.of(pairs, seed),
                seeds.parallelStream()
                        .map(each -> Measurements.of(pairs.resample(new SplittableRandom(each)), each))
                        .toList());
    }

    /** The 95 % interval of a metric; empty when no resample, or not the pairs themselves, can say. */
    public Optional<Interval> interval(SelectionMetric metric) {
        var values = values(metric);
        return values.length == 0 || pairs.value(metric).isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.middle(values, COVERAGE));
    }

    /** The standard deviation of a metric over the resamples; empty when none can say. */
    public OptionalDouble standardError(SelectionMetric metric) {
        var values = values(metric);
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(Moments.variance(values.length, i -> values[i])));
    }

    /** The share of resamples from which the same follows as from all pairs. */
    public double stability(Function<Measurements, ?> conclusion) {
        var whole = conclusion.apply(pairs);
        return resamples.stream()
                .mapToInt(each -> conclusion.apply(each).equals(whole) ? 1 : 0)
                .average()
                .orElse(1);
    }

    private double[] values(SelectionMetric metric) {
        return resamples.stream()
                .map(each -> each.value(metric))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }
}
