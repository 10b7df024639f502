package io.kernelign.alignment.evaluation;

import java.util.Arrays;

/**
 * Implicit rewards beta (log pi - log pi_ref) of held-out pairs (Rafailov et al. 2023, Sec. 5). Before training all are
 * 0.
 */
public record Rewards(Distribution chosen, Distribution rejected, Distribution margin) {

    /** @throws IllegalArgumentException when there is no pair or the two differ in length */
    public static Rewards of(double[] chosen, double[] rejected) {
        if (chosen.length != rejected.length) {
            throw new IllegalArgumentException(
                    "rewards of %d chosen and %d rejected responses".formatted(chosen.length, rejected.length));
        }
        var margin = new double[chosen.length];
        Arrays.setAll(margin, i -> chosen[i] - rejected[i]);
        return new Rewards(Distribution.of(chosen), Distribution.of(rejected), Distribution.of(margin));
    }

    /**
     * Whether the policy gives chosen responses less probability than the reference does. Common and not an error: the
     * loss rewards the margin only, and probability may move to responses that are in neither column.
     */
    public boolean chosenFell() {
        return chosen.mean() < 0;
    }
}
