package io.kernelign.evaluation;

import java.util.List;

/** The figure of a benchmark. */
public interface Metric {

    /** As people call it: {@code accuracy}. */
    String name();

    boolean higherIsBetter();

    /** @param results decided ones, at least one */
    double of(List<Result> results);

    /** How good one decided result is, 0 to 1, more being better. */
    default double credit(Result result) {
        return higherIsBetter() ? result.value() : 1 - result.value();
    }

    /** Where the figure would lie with other questions of the same groups, in 95 of 100 cases. */
    default Interval interval(List<Result> results) {
        return Resamples.interval(
                results, drawn -> of(drawn.mapToObj(results::get).toList()));
    }
}
