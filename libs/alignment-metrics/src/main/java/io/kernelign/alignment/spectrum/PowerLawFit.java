package io.kernelign.alignment.spectrum;

import java.util.Arrays;
import java.util.Optional;

/**
 * A power law x^-alpha fitted to the tail x >= xmin of a sample (Clauset, Shalizi and Newman 2009): for each xmin
 * alpha = 1 + n / sum ln(x / xmin), and that xmin whose law lies nearest to the tail. Plain loops: Java takes longer to compile
 * streams than a model's fits take.
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
        var sorted = sortedNonZero(sample);
        if (distinct(sorted) < FEWEST_VALUES) {
            return Optional.empty();
        }
        var logs = new double[sorted.length];
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(sorted[i]);
            sum += logs[i];
        }
        var best = new PowerLawFit(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 0);
        var distances = new TailDistance(logs);
        for (int from = 0; sorted[from] < sorted[sorted.length - 1]; from++) {
            if (from == 0 || sorted[from] > sorted[from - 1]) {
                best = nearer(best, distances, logs, from, sum, sorted[from]);
            }
            sum -= logs[from];
        }
        return Optional.of(best);
    }

    /** Ascending. */
    static double[] sortedNonZero(double[] sample) {
        var kept = new double[sample.length];
        int count = 0;
        for (double x : sample) {
            if (x > ZERO) {
                kept[count++] = x;
            }
        }
        var sorted = Arrays.copyOf(kept, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int distinct(double[] sorted) {
        int count = Math.min(1, sorted.length);
        for (int i = 1; i < sorted.length; i++) {
            count += sorted[i] > sorted[i - 1] ? 1 : 0;
        }
        return count;
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
