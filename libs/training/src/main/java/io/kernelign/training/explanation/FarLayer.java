package io.kernelign.training.explanation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A weight matrix whose spectrum is far from what well trained ones have (Martin and Mahoney): alpha in [2, 6]. */
final class FarLayer implements Rule {

    private static final double LEAST = 2;
    private static final double MOST = 6;

    /** By how much an exponent above counts as far; below 2 there is only room for 1. */
    private static final double FAR_ABOVE = 4;

    private static final double FAR_BELOW = 0.5;

    @Override
    public Optional<String> explain(RunHistory run) {
        return run.alphas().entrySet().stream()
                .filter(entry -> howFar(entry.getValue()) > 1)
                .max(Map.Entry.comparingByValue((a, b) -> Double.compare(howFar(a), howFar(b))))
                .map(farthest -> String.format(
                        Locale.ROOT,
                        "The weights of %s have alpha %.2f, far outside [2, 6], where well trained ones lie: above it a"
                                + " matrix has learnt little, below it one direction rules. Where it was so before"
                                + " training, see the table of matrices, it says something of the base model.",
                        farthest.getKey(),
                        farthest.getValue()));
    }

    /** 1 is where far begins. */
    private static double howFar(double alpha) {
        return alpha > MOST ? (alpha - MOST) / FAR_ABOVE : (LEAST - alpha) / FAR_BELOW;
    }
}
