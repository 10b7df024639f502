package io.kernelign.benchmarks.objective.study;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What trainings came to under one condition.
 *
 * @param outcomes of each candidate by its name, seed by seed
 */
public record Trials(Map<String, List<Outcome>> outcomes) {

    public double accuracy(String candidate) {
        return mean(candidate, Outcome::accuracy);
    }

    double mean(String candidate, ToDoubleFunction<Outcome> figure) {
        return outcomes.get(candidate).stream().mapToDouble(figure).average().orElseThrow();
    }

    /** Mean collapse index; empty when the candidate is no mixture. */
    OptionalDouble collapse(String candidate) {
        return outcomes.get(candidate).stream()
                .map(Outcome::finalCollapse)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /** Mean collapse index after every step. */
    double[] collapsePath(String candidate) {
        var paths = outcomes.get(candidate).stream().map(Outcome::collapse).toList();
        return IntStream.range(0, paths.get(0).length)
                .mapToDouble(step ->
                        paths.stream().mapToDouble(path -> path[step]).average().orElseThrow())
                .toArray();
    }

    /** Share of the test pairs that are ranked as the rule ranks them, with its interval. */
    Interval accuracyInterval(String candidate) {
        return PairedBootstrap.accuracy(outcomes.get(candidate));
    }

    /** How much more accurate a candidate is than another. */
    Interval difference(String candidate, String baseline) {
        return PairedBootstrap.difference(outcomes.get(candidate), outcomes.get(baseline));
    }
}
