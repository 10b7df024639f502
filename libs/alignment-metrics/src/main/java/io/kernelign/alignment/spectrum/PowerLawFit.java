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
        var best = fit(sorted, 0);
        for (int from = 1; sorted[from] < sorted[sorted.length - 1]; from++) {
            if (sorted[from] > sorted[from - 1]) {
                var candidate = fit(sorted, from);
                best = candidate.distance < best.distance ? candidate : best;
            }
        }
        return Optional.of(best);
    }

    static double[] nonZero(double[] sample) {
        return Arrays.stream(sample).filter(x -> x > ZERO).toArray();
    }

    private static PowerLawFit fit(double[] sorted, int from) {
        double xmin = sorted[from];
        int n = sorted.length - from;
        double logs = 0;
        for (int i = from; i < sorted.length; i++) {
            logs += Math.log(sorted[i] / xmin);
        }
        double alpha = 1 + n / logs;
        double distance = 0;
        for (int i = from; i < sorted.length; i++) {
            double law = 1 - Math.pow(sorted[i] / xmin, 1 - alpha);
            double below = (i - from) / (double) n;
            distance = Math.max(distance, Math.abs(law - below));
        }
        return new PowerLawFit(alpha, xmin, distance, n);
    }
}
