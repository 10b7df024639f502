package io.kernelign.alignment.selection;

import io.kernelign.alignment.Quantile;
import java.util.Arrays;

/** Between two quantiles of what resamples say. */
public record Interval(double low, double high) {

    /**
     * The middle share of a sample (the percentile interval of Efron 1981).
     *
     * @param values not empty, in any order
     * @param coverage in (0, 1)
     */
    public static Interval middle(double[] values, double coverage) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        double tail = (1 - coverage) / 2;
        return new Interval(Quantile.of(sorted, tail), Quantile.of(sorted, 1 - tail));
    }
}
