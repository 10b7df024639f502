package io.kernelign.evaluation;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;

/** The mean of the groups' means: each group counts the same, however many questions it has. */
public record MeanOfGroups(String name, boolean higherIsBetter) implements Metric {

    @Override
    public double of(List<Result> results) {
        return results.stream().collect(groupingBy(Result::group, averagingDouble(Result::value))).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
