package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.race.Prices;
import io.kernelign.benchmarks.objective.study.bandit.BanditTraining;

/**
 * A step reads every training pair, each of which is one token.
 *
 * @param train pairs
 * @param pairs to score
 */
record BanditPrices(int train, int pairs) implements Prices {

    private static final double READING = 0.5;

    @Override
    public long steps() {
        return BanditTraining.STEPS;
    }

    @Override
    public double fullRun() {
        return training(steps());
    }

    @Override
    public double training(long made) {
        return (double) train * made;
    }

    @Override
    public double reference(long made) {
        return READING * training(Math.min(made, 1));
    }

    @Override
    public double scoring(int read) {
        return READING * read;
    }
}
