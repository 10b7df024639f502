package io.kernelign.alignment.selection;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * For n embedded pairs the three distances each: d+ (prompt to chosen), d- (prompt to rejected) and the one between the
 * two responses, all between L2-normalised embeddings and so in [0, 2], in upload order; 12 bytes a pair.
 */
public final class PairDistances {

    private final float[] toChosen;
    private final float[] toRejected;
    private final float[] between;
    private final double spread;

    private PairDistances(float[] toChosen, float[] toRejected, float[] between) {
        this.toChosen = toChosen;
        this.toRejected = toRejected;
        this.between = between;
        this.spread = Math.sqrt(Moments.variance(2 * size(), this::pooled));
    }

    /**
     * Measures embedded pairs.
     *
     * @param dimension length of every vector
     * @throws IllegalArgumentException when an embedding has no direction
     */
    public static PairDistances of(int pairs, int dimension, PairVectors vectors) {
        var scan = new DistanceScan(dimension, vectors, new float[pairs], new float[pairs], new float[pairs]);
        scan.run();
        return new PairDistances(scan.toChosen(), scan.toRejected(), scan.between());
    }

    /**
     * Distances that are known.
     *
     * @throws IllegalArgumentException when the three differ in length
     */
    public static PairDistances of(float[] toChosen, float[] toRejected, float[] between) {
        if (toChosen.length != toRejected.length || toChosen.length != between.length) {
            throw new IllegalArgumentException(
                    "distances of %d, %d and %d pairs".formatted(toChosen.length, toRejected.length, between.length));
        }
        return new PairDistances(toChosen.clone(), toRejected.clone(), between.clone());
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

    private static float[] repeat(float[] values, int[] times) {
        var repeated = new float[values.length];
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(repeated, filled, filled + times[i], values[i]);
            filled += times[i];
        }
        return repeated;
    }

    /** d+ - d-: below 0 the chosen response lies nearer to the prompt. */
    double difference(int pair) {
        return (double) toChosen[pair] - toRejected[pair];
    }

    /** d+ + d-. */
    double total(int pair) {
        return (double) toChosen[pair] + toRejected[pair];
    }

    /** The mean ratio over the pairs whose denominator is above 0; empty when there are none. */
    OptionalDouble meanRatio(IntToDoubleFunction numerator, IntToDoubleFunction denominator) {
        return IntStream.range(0, size())
                .filter(i -> denominator.applyAsDouble(i) > 0)
                .mapToDouble(i -> numerator.applyAsDouble(i) / denominator.applyAsDouble(i))
                .average();
    }

    /** d+ of all pairs, then d- of all pairs. */
    float pooled(int place) {
        return place < size() ? toChosen[place] : toRejected[place - size()];
    }

    /** s, the standard deviation of the 2n distances d+ and d-; NaN for no pairs. */
    double spread() {
        return spread;
    }
}
