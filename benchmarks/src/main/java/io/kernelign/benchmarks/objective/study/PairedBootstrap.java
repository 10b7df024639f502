package io.kernelign.benchmarks.objective.study;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Intervals of shares of test pairs. An interval holds 95 % of what is found when seeds and, within each, its test pairs
 * are drawn again with replacement.
 */
public final class PairedBootstrap {

    private static final int DRAWS = 1000;
    private static final double OUTSIDE = 0.025;
    private static final long SEED = 1;

    private PairedBootstrap() {}

    /** The share that is ranked rightly, over seeds. */
    public static Interval accuracy(List<Outcome> outcomes) {
        return interval(outcomes.stream()
                .map(outcome -> differences(outcome.correct(), new boolean[outcome.correct().length]))
                .toArray(int[][]::new));
    }

    /**
     * How much more is ranked rightly than by a baseline.
     *
     * @param baseline from the same seeds on the same test pairs
     */
    public static Interval difference(List<Outcome> outcomes, List<Outcome> baseline) {
        var differences = new int[outcomes.size()][];
        for (int seed = 0; seed < differences.length; seed++) {
            differences[seed] =
                    differences(outcomes.get(seed).correct(), baseline.get(seed).correct());
        }
        return interval(differences);
    }

    private static int[] differences(boolean[] one, boolean[] other) {
        var differences = new int[one.length];
        for (int pair = 0; pair < one.length; pair++) {
            differences[pair] = (one[pair] ? 1 : 0) - (other[pair] ? 1 : 0);
        }
        return differences;
    }

    private static Interval interval(int[][] bySeed) {
        double mean = Arrays.stream(bySeed)
                .mapToDouble(ofSeed -> Arrays.stream(ofSeed).average().orElseThrow())
                .average()
                .orElseThrow();
        var random = new SplittableRandom(SEED);
        var drawn = new double[DRAWS];
        Arrays.setAll(drawn, draw -> drawAgain(bySeed, random));
        Arrays.sort(drawn);
        return new Interval(
                drawn[(int) Math.floor(OUTSIDE * DRAWS)], mean, drawn[(int) Math.ceil((1 - OUTSIDE) * DRAWS) - 1]);
    }

    private static double drawAgain(int[][] bySeed, SplittableRandom random) {
        double sum = 0;
        for (int i = 0; i < bySeed.length; i++) {
            var ofSeed = bySeed[random.nextInt(bySeed.length)];
            int ofThis = 0;
            for (int pair = 0; pair < ofSeed.length; pair++) {
                ofThis += ofSeed[random.nextInt(ofSeed.length)];
            }
            sum += (double) ofThis / ofSeed.length;
        }
        return sum / bySeed.length;
    }
}
