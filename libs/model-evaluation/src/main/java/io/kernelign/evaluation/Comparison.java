package io.kernelign.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A model before and after training, on the questions that are decided in both.
 *
 * @param before the figure
 * @param after the figure
 * @param difference after less before
 * @param interval of 95 % of the difference, from resamples of the questions
 * @param questions compared
 * @param better questions answered better than before
 * @param worse questions answered worse than before
 * @param probability that of the questions which changed as many or more would have changed to one side if either side were
 *     as likely: two-sided and exact, where answers are right or wrong the test of McNemar (1947)
 */
public record Comparison(
        double before,
        double after,
        double difference,
        Interval interval,
        int questions,
        int better,
        int worse,
        double probability) {

    /**
     * @param before results of each question at most once
     * @param after likewise
     * @throws IllegalArgumentException when no question is decided in both, or one is there twice
     */
    public static Comparison of(Metric metric, List<Result> before, List<Result> after) {
        var earlier = decided(before);
        var later = decided(after);
        later.keySet().retainAll(earlier.keySet());
        if (later.isEmpty()) {
            throw new IllegalArgumentException("no question is decided both before and after");
        }
        var pairs = new Pairs(later.keySet().stream().map(earlier::get).toList(), List.copyOf(later.values()));
        return of(metric, pairs);
    }

    private static Map<String, Result> decided(List<Result> results) {
        var byQuestion = new LinkedHashMap<String, Result>();
        for (var result : results) {
            if (result.isDecided() && byQuestion.put(result.question(), result) != null) {
                throw new IllegalArgumentException("question " + result.question() + " is there twice");
            }
        }
        return byQuestion;
    }

    private static Comparison of(Metric metric, Pairs pairs) {
        double before = metric.of(pairs.before);
        double after = metric.of(pairs.after);
        int better = pairs.changed(metric, 1);
        int worse = pairs.changed(metric, -1);
        return new Comparison(
                before,
                after,
                after - before,
                pairs.interval(metric),
                pairs.after.size(),
                better,
                worse,
                probability(better, worse));
    }

    private static double probability(int better, int worse) {
        if (better == worse) {
            return 1;
        }
        var even = BinomialDistribution.of(better + worse, 0.5);
        return Math.min(1, 2 * even.cumulativeProbability(Math.min(better, worse)));
    }

    /** Results of the same questions in the same order. */
    private record Pairs(List<Result> before, List<Result> after) {

        int changed(Metric metric, int sign) {
            return (int) IntStream.range(0, after.size())
                    .filter(pair ->
                            sign == Math.signum(metric.credit(after.get(pair)) - metric.credit(before.get(pair))))
                    .count();
        }

        Interval interval(Metric metric) {
            return Resamples.interval(after, drawn -> {
                var pairs = drawn.toArray();
                return metric.of(at(after, pairs)) - metric.of(at(before, pairs));
            });
        }

        private static List<Result> at(List<Result> results, int[] indices) {
            return IntStream.of(indices).mapToObj(results::get).toList();
        }
    }
}
