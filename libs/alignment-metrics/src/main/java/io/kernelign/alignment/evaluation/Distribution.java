package io.kernelign.alignment.evaluation;

import io.kernelign.alignment.Quantile;
import java.util.Arrays;

/** A sample in nine numbers; quantiles interpolate linearly between order statistics. */
public record Distribution(
        long count,
        double mean,
        double least,
        double q05,
        double q25,
        double median,
        double q75,
        double q95,
        double most) {

    /** @throws IllegalArgumentException when the sample is empty */
    public static Distribution of(double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("a distribution needs at least one value");
        }
        var sorted = sample.clone();
        Arrays.sort(sorted);
        return new Distribution(
                sorted.length,
                Arrays.stream(sorted).average().orElseThrow(),
                sorted[0],
                Quantile.of(sorted, 0.05),
                Quantile.of(sorted, 0.25),
                Quantile.of(sorted, 0.5),
                Quantile.of(sorted, 0.75),
                Quantile.of(sorted, 0.95),
                sorted[sorted.length - 1]);
    }
}
