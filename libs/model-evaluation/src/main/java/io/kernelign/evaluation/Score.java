package io.kernelign.evaluation;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model's figure in a benchmark.
 *
 * @param metric its name
 * @param interval of 95 %
 * @param decided questions that the figure is of
 * @param undecided questions whose answers could not be judged; the figure knows nothing of them
 * @param groups mean value of each group's decided questions
 * @param meanCharacters mean length of the decided answers in Unicode code points
 */
public record Score(
        String metric,
        double value,
        Interval interval,
        int decided,
        int undecided,
        Map<String, Double> groups,
        double meanCharacters) {

    /** @throws IllegalArgumentException when no result is decided */
    public static Score of(Metric metric, List<Result> results) {
        var decided = results.stream().filter(Result::isDecided).toList();
        if (decided.isEmpty()) {
            throw new IllegalArgumentException("none of " + results.size() + " answers could be judged");
        }
        return new Score(
                metric.name(),
                metric.of(decided),
                metric.interval(decided),
                decided.size(),
                results.size() - decided.size(),
                decided.stream().collect(groupingBy(Result::group, TreeMap::new, averagingDouble(Result::value))),
                decided.stream().mapToInt(Result::characters).average().orElseThrow());
    }
}
