package io.kernelign.lm.generation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The most probable tokens that together have a share of the probability.
 *
 * @param probabilities of these tokens, which sum to at least that share
 */
record Nucleus(int[] tokens, double[] probabilities) {

    /**
     * @param temperature above 0
     * @param share in (0, 1]
     */
    static Nucleus of(float[] logits, double temperature, double share) {
        var all = softmax(logits, temperature);
        return share == 1 ? new Nucleus(IntStream.range(0, all.length).toArray(), all) : mostProbable(all, share);
    }

    private static Nucleus mostProbable(double[] all, double share) {
        // Tokens below this bound have together less than 1 - share: the others suffice, and are few enough to sort.
        double bound = (1 - share) / all.length;
        var sorted = IntStream.range(0, all.length)
                .filter(token -> all[token] > bound)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -all[token]))
                .mapToInt(Integer::intValue)
                .toArray();
        int size = 0;
        double total = 0;
        while (size < sorted.length && (size == 0 || total < share)) {
            total += all[sorted[size]];
            size++;
        }
        var tokens = IntStream.of(sorted).limit(size).toArray();
        return new Nucleus(
                tokens, IntStream.of(tokens).mapToDouble(token -> all[token]).toArray());
    }

    private static double[] softmax(float[] logits, double temperature) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        var weights = new double[logits.length];
        double total = 0;
        for (int i = 0; i < logits.length; i++) {
            weights[i] = Math.exp((logits[i] - largest) / temperature);
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
        return weights;
    }

    /** @param uniform in [0, 1) */
    int draw(double uniform) {
        double left = uniform
                * IntStream.range(0, tokens.length)
                        .mapToDouble(i -> probabilities[i])
                        .sum();
        for (int i = 0; i < tokens.length; i++) {
            left -= probabilities[i];
            if (left < 0) {
                return tokens[i];
            }
        }
        return tokens[tokens.length - 1];
    }
}
