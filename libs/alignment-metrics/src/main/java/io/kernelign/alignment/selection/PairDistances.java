package io.kernelign.alignment.selection;

import java.util.Arrays;
import java.util.SplittableRandom;
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

    /** As many pairs as there are, drawn with replacement; they stay in upload order. */
    PairDistances resample(SplittableRandom random) {
        var times = new int[size()];
        for (int draw = 0; draw < size(); draw++) {
            times[(int) Long.remainderUnsigned(random.nextLong(), size())]++;
        }
        return new PairDistances(repeat(toChosen, times), repeat(toRejected, times), repeat(between, times));
    }

    private static double[] repeat(double[] values, int[] times) {
        var repeated = new double[values.length];
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(repeated, filled, filled + times[i], values[i]);
            filled += times[i];
        }
        return repeated;
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
