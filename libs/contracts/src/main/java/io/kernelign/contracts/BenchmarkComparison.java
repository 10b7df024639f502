package io.kernelign.contracts;

/**
 * A model's figures in a benchmark before and after, on the same questions.
 *
 * @param difference after less before
 * @param interval of 95 % of the difference, from resamples of the questions
 * @param questions that are decided in both
 * @param better questions answered better than before
 * @param worse questions answered worse than before
 * @param probability that as many of the changed questions or more would have changed to one side by chance: two-sided and
 *     exact, McNemar's test where answers are right or wrong
 */
public record BenchmarkComparison(
        String benchmark,
        String metric,
        boolean higherIsBetter,
        double before,
        double after,
        double difference,
        IntervalView interval,
        int questions,
        int better,
        int worse,
        double probability) {}
