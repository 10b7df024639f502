package io.kernelign.alignment.selection;

import java.util.stream.IntStream;

/**
 * For n embedded pairs the three distances each: d+ (prompt to chosen), d- (prompt to rejected) and the one between the
 * two responses, all between L2-normalised embeddings and so in [0, 2], in upload order.
 */
public final class PairDistances {

    private final double[] toChosen;
    private final double[] toRejected;
    private final double[] between;
    private final double spread;

    /** @throws IllegalArgumentException when the three differ in length */
    public PairDistances(double[] toChosen, double[] toRejected, double[] between) {
        if (toChosen.length != toRejected.length || toChosen.length != between.length) {
            throw new IllegalArgumentException(
                    "distances of %d, %d and %d pairs".formatted(toChosen.length, toRejected.length, between.length));
        }
        this.toChosen = toChosen.clone();
        this.toRejected = toRejected.clone();
        this.between = between.clone();
        this.spread = Math.sqrt(Moments.central(pooled(), 2));
    }

    public int size() {
        return toChosen.length;
    }

    double toChosen(int pair) {
        return toChosen[pair];
    }

    double toRejected(int pair) {
        return toRejected[pair];
    }

    double between(int pair) {
        return between[pair];
    }

    /** d+ - d-: below 0 the chosen response lies nearer to the prompt. */
    double difference(int pair) {
        return toChosen[pair] - toRejected[pair];
    }

    double[] differences() {
        return IntStream.range(0, size()).mapToDouble(this::difference).toArray();
    }

    /** d+ of all pairs, then d- of all pairs. */
    double[] pooled() {
        return IntStream.range(0, 2 * size())
                .mapToDouble(i -> i < size() ? toChosen[i] : toRejected[i - size()])
                .toArray();
    }

    /** s, the standard deviation of the 2n distances d+ and d-; NaN for no pairs. */
    double spread() {
        return spread;
    }
}
