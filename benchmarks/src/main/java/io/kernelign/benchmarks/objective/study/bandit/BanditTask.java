package io.kernelign.benchmarks.objective.study.bandit;

import java.util.Random;

/** A bandit with pairs to train on and pairs to test on. */
public record BanditTask(Bandit bandit, BanditPairs train, BanditPairs test) {

    public static final int TRAIN_PAIRS = 2000;
    public static final int TEST_PAIRS = 1000;

    /** So few that the encoder knows what they do not tell. */
    public static final int SCARCE_PAIRS = 200;

    /** The task of a seed; another share of flipped labels leaves everything else as it is. */
    public static BanditTask of(long seed, double flipped) {
        return of(seed, flipped, TRAIN_PAIRS);
    }

    /** The task of a seed with few pairs to train on. */
    public static BanditTask scarce(long seed) {
        return of(seed, 0, SCARCE_PAIRS);
    }

    /** The same task with an encoder that is wrong about every training pair. */
    public BanditTask contradicted() {
        return new BanditTask(bandit, train.contradicted(), test);
    }

    private static BanditTask of(long seed, double flipped, int pairs) {
        var random = new Random(seed);
        var bandit = Bandit.drawn(random);
        var test = BanditPairs.toTest(bandit, random, TEST_PAIRS);
        return new BanditTask(bandit, BanditPairs.toTrain(bandit, random, pairs, flipped), test);
    }
}
