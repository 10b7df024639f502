package io.kernelign.evaluation;

import java.util.List;

/** The mean over all questions: the share of right ones where each is right or wrong. */
public record MeanValue(String name, boolean higherIsBetter) implements Metric {

    public static final MeanValue ACCURACY = new MeanValue("accuracy", true);

    @Override
    public double of(List<Result> results) {
        return results.stream().mapToDouble(Result::value).average().orElseThrow();
    }

    /** Exact where each question has a value of 0 or 1. */
    @Override
    public Interval interval(List<Result> results) {
        boolean share = results.stream().allMatch(result -> result.value() == 0 || result.value() == 1);
        if (!share) {
            return Metric.super.interval(results);
        }
        long ones = results.stream().filter(result -> result.value() == 1).count();
        return Interval.ofShare(ones, results.size());
    }
}
