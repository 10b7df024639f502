package io.kernelign.alignment.selection;

import java.util.Arrays;

/** Moments of a sample, taken as the whole population (divisor n). */
final class Moments {

    private Moments() {}

    /** NaN for an empty sample. */
    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Mean of (x - mean)^order. */
    static double central(double[] values, int order) {
        double mean = mean(values);
        return mean(Arrays.stream(values).map(x -> Math.pow(x - mean, order)).toArray());
    }
}
