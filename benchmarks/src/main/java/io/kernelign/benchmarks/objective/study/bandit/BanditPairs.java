package io.kernelign.benchmarks.objective.study.bandit;

import java.util.Arrays;
import java.util.Random;

/**
 * Pairs of arms in contexts.
 *
 * @param contexts [pairs x dims]
 * @param semantic q of each pair: how much nearer to the context the encoder sees the chosen arm, in standard deviations
 */
public record BanditPairs(float[] contexts, long[] chosen, long[] rejected, float[] semantic) {

    /** Says which of two arms a pair prefers, by how much more reward the first one has. */
    @FunctionalInterface
    private interface Label {
        boolean first(double advantage);
    }

    /** Pairs labelled by Bradley and Terry's model; the given share of the labels is then flipped. */
    public static BanditPairs toTrain(Bandit bandit, Random random, int count, double flipped) {
        return drawn(
                bandit,
                random,
                count,
                advantage -> random.nextDouble() < 1 / (1 + Math.exp(-advantage)) ^ random.nextDouble() < flipped);
    }

    /** Pairs whose chosen arm has the higher reward. */
    public static BanditPairs toTest(Bandit bandit, Random random, int count) {
        return drawn(bandit, random, count, advantage -> advantage > 0);
    }

    private static BanditPairs drawn(Bandit bandit, Random random, int count, Label label) {
        var contexts = new float[count * Bandit.DIMS];
        var chosen = new long[count];
        var rejected = new long[count];
        var semantic = new double[count];
        for (int pair = 0; pair < count; pair++) {
            var context = new double[Bandit.DIMS];
            for (int i = 0; i < Bandit.DIMS; i++) {
                context[i] = random.nextGaussian();
                contexts[pair * Bandit.DIMS + i] = (float) context[i];
            }
            int one = random.nextInt(Bandit.ARMS);
            int other = (one + 1 + random.nextInt(Bandit.ARMS - 1)) % Bandit.ARMS;
            boolean first = label.first(bandit.reward(context, one) - bandit.reward(context, other));
            int winner = first ? one : other;
            int loser = first ? other : one;
            chosen[pair] = winner;
            rejected[pair] = loser;
            semantic[pair] = bandit.similarity(context, winner) - bandit.similarity(context, loser);
        }
        return new BanditPairs(contexts, chosen, rejected, standardised(semantic));
    }

    private static float[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        var scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (float) (values[i] / Math.sqrt(variance));
        }
        return scaled;
    }

    /** The same pairs with an encoder that is wrong about all of them. */
    public BanditPairs contradicted() {
        var opposite = semantic.clone();
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = -opposite[i];
        }
        return new BanditPairs(contexts, chosen, rejected, opposite);
    }

    int count() {
        return chosen.length;
    }
}
