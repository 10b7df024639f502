package io.kernelign.alignment.evaluation;

import java.util.Arrays;

/** Share of pairs that are ranked right. */
public final class Accuracy {

    private Accuracy() {}

    /**
     * Share of margins above 0; a tie counts 1/2, so that a model without a preference has 0.5.
     *
     * @param margins score of chosen less score of rejected: of mean log-probabilities for ranking accuracy, of
     *     implicit rewards for preference accuracy
     * @throws IllegalArgumentException when there is no margin
     */
    public static double ofMargins(double[] margins) {
        return Arrays.stream(margins)
                .map(Accuracy::credit)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("accuracy needs at least one pair"));
    }

    /** The same with its interval. */
    public static Estimate estimate(double[] margins) {
        double value = ofMargins(margins);
        var credits = Arrays.stream(margins).map(Accuracy::credit).toArray();
        return new Estimate(
                value,
                Resamples.intervals(credits.length, times -> new double[] {mean(credits, times)})
                        .get(0));
    }

    /** What a pair adds to the share, 0 to 1. */
    static double credit(double margin) {
        return margin > 0 ? 1 : margin == 0 ? 0.5 : 0;
    }

    private static double mean(double[] credits, int[] times) {
        double sum = 0;
        for (int pair = 0; pair < credits.length; pair++) {
            sum += times[pair] * credits[pair];
        }
        return sum / credits.length;
    }
}
