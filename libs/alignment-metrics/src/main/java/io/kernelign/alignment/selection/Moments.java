package io.kernelign.alignment.selection;

import java.util.function.IntToDoubleFunction;

/** Moments of a sample, taken as the whole population (divisor n); NaN for an empty one. */
final class Moments {

    private Moments() {}

    static double mean(int count, IntToDoubleFunction value) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += value.applyAsDouble(i);
        }
        return sum / count;
    }

    static double variance(int count, IntToDoubleFunction value) {
        double mean = mean(count, value);
        return mean(count, i -> square(value.applyAsDouble(i) - mean));
    }

    /** Mean of (x - mean)^4. */
    static double fourth(int count, IntToDoubleFunction value) {
        double mean = mean(count, value);
        return mean(count, i -> square(square(value.applyAsDouble(i) - mean)));
    }

    private static double square(double x) {
        return x * x;
    }
}
