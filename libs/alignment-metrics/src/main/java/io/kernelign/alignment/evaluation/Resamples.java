package io.kernelign.alignment.evaluation;

import io.kernelign.alignment.selection.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Resamples of the evaluated pairs, drawn with replacement and as many as there are (Efron 1979). They are the same for
 * every figure of so many pairs.
 */
final class Resamples {

    private static final int COUNT = 1000;
    private static final double COVERAGE = 0.95;
    private static final long SEED = 1;

    private Resamples() {}

    /**
     * The 95 % percentile intervals of figures that are computed together.
     *
     * @param pairs how many there are, at least one
     * @param figures of a resample, from how often each pair is in it; NaN for what the resample cannot say
     */
    static List<Interval> intervals(int pairs, Function<int[], double[]> figures) {
        var random = new SplittableRandom(SEED);
        var times = new int[pairs];
        var drawn = new double[COUNT][];
        for (int resample = 0; resample < COUNT; resample++) {
            Arrays.fill(times, 0);
            for (int draw = 0; draw < pairs; draw++) {
                times[random.nextInt(pairs)]++;
            }
            drawn[resample] = figures.apply(times);
        }
        return IntStream.range(0, drawn[0].length)
                .mapToObj(figure -> Arrays.stream(drawn)
                        .mapToDouble(resample -> resample[figure])
                        .filter(value -> !Double.isNaN(value))
                        .toArray())
                .map(values -> Interval.middle(values, COVERAGE))
                .toList();
    }
}
