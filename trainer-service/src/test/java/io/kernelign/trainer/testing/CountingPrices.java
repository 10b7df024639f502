package io.kernelign.trainer.testing;

import io.kernelign.alignment.race.Prices;

/** Of a run of so many steps: each costs 100 token-steps, and each of 10 held-out pairs one. */
record CountingPrices(long steps) implements Prices {

    @Override
    public int pairs() {
        return 10;
    }

    @Override
    public double fullRun() {
        return training(steps);
    }

    @Override
    public double training(long made) {
        return 100.0 * made;
    }

    @Override
    public double reference(long made) {
        return 0;
    }

    @Override
    public double scoring(int read) {
        return read;
    }
}
