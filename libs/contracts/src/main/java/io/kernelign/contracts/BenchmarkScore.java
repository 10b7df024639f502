package io.kernelign.contracts;

import java.util.Map;

/**
 * A model's figure in a benchmark.
 *
 * @param metric what the figure is: {@code accuracy}
 * @param interval of 95 %
 * @param decided questions that the figure is of
 * @param undecided questions that were not answered or not judged; the figure knows nothing of them
 * @param undecidedBecause what is said of the first of them; {@code null} when there is none
 * @param groups the mean of each subject, task or class
 * @param meanCharacters mean length of the answers in Unicode code points; 0 where none are written
 */
public record BenchmarkScore(
        String benchmark,
        String metric,
        boolean higherIsBetter,
        double value,
        IntervalView interval,
        int decided,
        int undecided,
        String undecidedBecause,
        Map<String, Double> groups,
        double meanCharacters) {}
