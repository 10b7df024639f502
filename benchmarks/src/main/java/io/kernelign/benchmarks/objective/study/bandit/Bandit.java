package io.kernelign.benchmarks.objective.study.bandit;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Arms with rewards that are linear in a context, and a reference policy that knows next to nothing of them.
 *
 * @param rewards [arms][dims] what each arm is worth, a unit of context
 * @param seen [arms][dims] what a frozen encoder knows of them: the same with noise
 * @param reference [arms][dims] weights of the reference policy
 */
public record Bandit(double[][] rewards, double[][] seen, double[][] reference) {

    static final int ARMS = 32;
    static final int DIMS = 4;

    /** How far apart rewards are; the larger, the fewer labels contradict them. */
    private static final double SCALE = 6;

    private static final double ENCODER_NOISE = 0.5;
    private static final double REFERENCE_SPREAD = 0.6;

    /** A bandit that the random numbers decide. */
    public static Bandit drawn(Random random) {
        var rewards = matrix(random, SCALE);
        var noise = matrix(random, SCALE * ENCODER_NOISE);
        var seen = new double[ARMS][DIMS];
        for (int arm = 0; arm < ARMS; arm++) {
            for (int i = 0; i < DIMS; i++) {
                seen[arm][i] = rewards[arm][i] + noise[arm][i];
            }
        }
        return new Bandit(rewards, seen, matrix(random, REFERENCE_SPREAD));
    }

    private static double[][] matrix(Random random, double scale) {
        var matrix = new double[ARMS][DIMS];
        for (var row : matrix) {
            for (int i = 0; i < DIMS; i++) {
                row[i] = scale * random.nextGaussian() / Math.sqrt(DIMS);
            }
        }
        return matrix;
    }

    /** Reward of an arm in a context. */
    double reward(double[] context, int arm) {
        return dot(context, rewards[arm]);
    }

    /** Cosine of a context and of what the encoder knows of an arm. */
    double similarity(double[] context, int arm) {
        return dot(context, seen[arm]) / Math.sqrt(dot(context, context) * dot(seen[arm], seen[arm]));
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
