package io.kernelign.evaluation;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Resamples of the questions with replacement (Efron 1979), as many of each group as it has: the groups are the benchmark's,
 * only their questions are a sample. The same in every run.
 */
final class Resamples {

    private static final int COUNT = 1000;
    private static final long SEED = 1;

    private Resamples() {}

    /**
     * The interval of a figure.
     *
     * @param results whose groups are kept
     * @param figure from the indices of the results that were drawn
     */
    static Interval interval(List<Result> results, ToDoubleFunction<IntStream> figure) {
        var groups = groups(results);
        var random = new SplittableRandom(SEED);
        var figures = new double[COUNT];
        var drawn = new int[results.size()];
        for (int resample = 0; resample < COUNT; resample++) {
            draw(groups, random, drawn);
            figures[resample] = figure.applyAsDouble(IntStream.of(drawn));
        }
        return Interval.middle(figures);
    }

    private static List<int[]> groups(List<Result> results) {
        return IntStream.range(0, results.size())
                .boxed()
                .collect(groupingBy(index -> results.get(index).group()))
                .values()
                .stream()
                .map(indices -> indices.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static void draw(List<int[]> groups, SplittableRandom random, int[] drawn) {
        int at = 0;
        for (var group : groups) {
            for (int draw = 0; draw < group.length; draw++) {
                drawn[at++] = group[random.nextInt(group.length)];
            }
        }
    }
}
