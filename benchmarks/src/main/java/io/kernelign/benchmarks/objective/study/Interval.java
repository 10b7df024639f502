package io.kernelign.benchmarks.objective.study;

/** A measured value with its interval. */
public record Interval(double low, double value, double high) {

    /** Whether the whole interval lies above 0. */
    public boolean positive() {
        return low > 0;
    }

    /** Whether the whole interval lies below 0. */
    public boolean negative() {
        return high < 0;
    }
}
