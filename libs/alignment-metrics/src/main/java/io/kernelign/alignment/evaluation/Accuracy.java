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
                .map(margin -> margin > 0 ? 1 : margin == 0 ? 0.5 : 0)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("accuracy needs at least one pair"));
    }
}
