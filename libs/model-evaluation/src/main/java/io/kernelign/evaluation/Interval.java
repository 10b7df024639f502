package io.kernelign.evaluation;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** Of 95 % coverage. */
public record Interval(double low, double high) {

    private static final double TAIL = 0.025;

    /**
     * The exact interval of a share (Clopper and Pearson 1934).
     *
     * @param ones from 0 to all
     * @param all at least 1
     */
    public static Interval ofShare(long ones, long all) {
        double low = ones == 0 ? 0 : BetaDistribution.of(ones, all - ones + 1.0).inverseCumulativeProbability(TAIL);
        double high =
                ones == all ? 1 : BetaDistribution.of(ones + 1.0, all - ones).inverseSurvivalProbability(TAIL);
        return new Interval(low, high);
    }

    /**
     * The middle of a sample (the percentile interval of Efron 1981).
     *
     * @param sample not empty, in any order
     */
    static Interval middle(double[] sample) {
        var sorted = sample.clone();
        Arrays.sort(sorted);
        return new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
