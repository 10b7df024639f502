package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.benchmarks.objective.study.bandit.Bandit;
import io.kernelign.benchmarks.objective.study.bandit.BanditPairs;
import io.kernelign.benchmarks.objective.study.bandit.BanditTask;
import java.util.Random;

/**
 * A bandit with three splits.
 *
 * @param task with the pairs to train on and those that judge
 * @param scored pairs that score pilots, labelled as those to train on are
 */
record ThreeSplits(BanditTask task, BanditPairs scored) {

    static ThreeSplits of(long seed, int scoredPairs, int testPairs) {
        var random = new Random(seed);
        var bandit = Bandit.drawn(random);
        var test = BanditPairs.toTest(bandit, random, testPairs);
        var train = BanditPairs.toTrain(bandit, random, BanditTask.TRAIN_PAIRS, 0);
        var scored = BanditPairs.toTrain(bandit, random, scoredPairs, 0);
        return new ThreeSplits(new BanditTask(bandit, train, test), scored);
    }

    /** Contexts, and arms as the bandit's encoder sees them. */
    PairDistances distances() {
        var seen = task.bandit().seen();
        var train = task.train();
        int dimension = seen[0].length;
        return PairDistances.of(train.chosen().length, dimension, (pair, prompt, chosen, rejected) -> {
            for (int i = 0; i < dimension; i++) {
                prompt[i] = train.contexts()[pair * dimension + i];
                chosen[i] = (float) seen[(int) train.chosen()[pair]][i];
                rejected[i] = (float) seen[(int) train.rejected()[pair]][i];
            }
        });
    }
}
