package io.kernelign.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One run of one contender.
 *
 * @param epochSeconds of training in each epoch, without loading the model; the first includes the reference
 * @param pairs of each epoch
 * @param peakBytes the most memory that its process ever held
 * @param firstLoss of the first optimiser step, which shows that both did the same work
 */
public record Measured(List<Double> epochSeconds, int pairs, long peakBytes, double firstLoss) {

    public double firstEpochPairsPerSecond() {
        return pairs / epochSeconds.get(0);
    }

    /** By the median of the epochs behind the first. */
    public double laterEpochPairsPerSecond() {
        return pairs
                / median(epochSeconds.stream()
                        .skip(1)
                        .mapToDouble(seconds -> seconds)
                        .toArray());
    }

    /** Median of a figure over runs. */
    public static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        return median(runs.stream().mapToDouble(figure).toArray());
    }

    /** Median of at least one number. */
    public static double median(double[] values) {
        var sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
