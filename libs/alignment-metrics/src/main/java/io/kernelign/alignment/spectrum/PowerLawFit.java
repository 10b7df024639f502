package io.kernelign.alignment.spectrum;

import java.util.Arrays;
import java.util.Optional;

/**
 * A power law x^-alpha fitted to the tail x >= xmin of a sample (Clauset, Shalizi and Newman 2009): for each xmin
 * alpha = 1 + n / sum ln(x / xmin), and that xmin whose law lies nearest to the tail.
 *
 * @param xmin where the tail begins
 * @param distance Kolmogorov-Smirnov distance of tail and law
 * @param tail number of values in the tail
 */
public record PowerLawFit(double alpha, double xmin, double distance, int tail) {

    /** Fewest values that a fit is given for; below, the best xmin is an accident. */
    public static final int FEWEST_VALUES = 20;

    /** Values up to this count as zero. */
    private static final double ZERO = 1e-5;

    /** Fits a sample of any order; values up to 1e-5 are left out. Empty when fewer than 20 distinct ones remain. */
    public static Optional<PowerLawFit> of(double[] sample) {
        var sorted = nonZero(sample);
        Arrays.sort(sorted);
        if (Arrays.stream(sorted).distinct().count() < FEWEST_VALUES) {
            return Optional.empty();
        }
        var logs = Arrays.stream(sorted).map(Math::log).toArray();
        var best = new PowerLawFit(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 0);
        var distances = new TailDistance(logs);
        double sum = Arrays.stream(logs).sum();
        for (int from = 0; sorted[from] < sorted[sorted.length - 1]; from++) {
            if (from == 0 || sorted[from] > sorted[from - 1]) {
                best = nearer(best, distances, logs, from, sum, sorted[from]);
            }
            sum -= logs[from];
        }
        return Optional.of(best);
    }

    static double[] nonZero(double[] sample) {
        return Arrays.stream(sample).filter(x -> x > ZERO).toArray();
    }

    /**
     * The law of a tail if it lies nearer than the best so far, else that one.
     *
     * @param logs of the sample, ascending
     * @param sum of those from there on
     */
    private static PowerLawFit nearer(
            PowerLawFit best, TailDistance distances, double[] logs, int from, double sum, double xmin) {
        int n = logs.length - from;
        double exponent = -n / (sum - n * logs[from]);
        double distance = distances.of(from, exponent, best.distance);
        return distance < best.distance ? new PowerLawFit(1 - exponent, xmin, distance, n) : best;
    }
}
