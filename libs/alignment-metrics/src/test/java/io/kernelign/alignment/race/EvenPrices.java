package io.kernelign.alignment.race;

/**
 * Steps that all cost the same, and pairs that do.
 *
 * @param step token-steps of one
 * @param pair token-steps of reading one
 */
record EvenPrices(long steps, int pairs, double step, double pair) implements Prices {

    @Override
    public double fullRun() {
        return training(steps);
    }

    @Override
    public double training(long made) {
        return step * made;
    }

    @Override
    public double reference(long made) {
        return step / 2 * made;
    }

    @Override
    public double scoring(int read) {
        return pair * read;
    }
}
