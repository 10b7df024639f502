package io.kernelign.lm.generation;

import java.util.SplittableRandom;

/**
 * How tokens are drawn.
 *
 * @param temperature 0 for the most probable token, else what logits are divided by
 * @param topP share of the probability, in (0, 1], from whose most probable tokens one is drawn (Holtzman et al., 2020)
 * @param seed decides the draws; every sequence has its own by its number, whatever else is generated beside it
 */
public record Sampling(double temperature, double topP, long seed) {

    /** The most probable token; of equals the first. */
    public static final Sampling GREEDY = new Sampling(0, 1, 0);

    /** Draws for one sequence. */
    Sampler sampler(int sequence) {
        if (temperature == 0) {
            return Sampling::likeliest;
        }
        var random = new SplittableRandom(seed);
        for (int i = 0; i < sequence; i++) {
            random.nextLong();
        }
        var own = random.split();
        return logits -> Nucleus.of(logits, temperature, topP).draw(own.nextDouble());
    }

    private static int likeliest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
