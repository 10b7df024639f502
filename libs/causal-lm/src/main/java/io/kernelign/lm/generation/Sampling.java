package io.kernelign.lm.generation;

import java.util.SplittableRandom;

/** How the next token is taken from a row of logits. */
@FunctionalInterface
public interface Sampling {

    /** The token with the largest logit; the first of equals. */
    Sampling GREEDY = logits -> {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    };

    /**
     * Draws from softmax(logits / temperature).
     *
     * @param temperature above 0
     */
    static Sampling atTemperature(double temperature, SplittableRandom random) {
        return logits -> {
            double largest = logits[GREEDY.next(logits)];
            var weights = new double[logits.length];
            double total = 0;
            for (int i = 0; i < logits.length; i++) {
                weights[i] = Math.exp((logits[i] - largest) / temperature);
                total += weights[i];
            }
            double left = random.nextDouble() * total;
            for (int i = 0; i < logits.length; i++) {
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
            return logits.length - 1;
        };
    }

    /** The next token's id. */
    int next(float[] logits);
}
