package io.kernelign.benchmarks.precision;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a training said of itself.
 *
 * @param losses of the steps
 * @param accuracy share of the held-out pairs whose implicit reward margin is positive, at the end
 */
record Course(double[] losses, double accuracy) {

    /** Steps to either side that a smoothed loss is a mean over, as far as there are any. */
    static final int REACH = 2;

    double[] smoothed() {
        return IntStream.range(0, losses.length)
                .mapToDouble(i -> mean(Math.max(0, i - REACH), Math.min(losses.length, i + REACH + 1)))
                .toArray();
    }

    /** Mean loss of the first steps. */
    double first(int steps) {
        return mean(0, steps);
    }

    /** Mean loss of the last steps. */
    double last(int steps) {
        return mean(losses.length - steps, losses.length);
    }

    /** Mean over the steps of how far the smoothed losses are from another's, over the mean loss of the other. */
    double distance(Course other) {
        var own = smoothed();
        var others = other.smoothed();
        return IntStream.range(0, own.length)
                        .mapToDouble(i -> Math.abs(own[i] - others[i]))
                        .average()
                        .orElseThrow()
                / other.first(losses.length);
    }

    private double mean(int from, int to) {
        return Arrays.stream(losses, from, to).average().orElseThrow();
    }
}
