package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.BenchmarkComparison;
import io.kernelign.contracts.BenchmarkScore;
import io.kernelign.contracts.IntervalView;
import io.kernelign.evaluation.Comparison;
import io.kernelign.evaluation.Interval;
import io.kernelign.evaluation.Metric;
import io.kernelign.evaluation.Result;
import io.kernelign.evaluation.Score;
import java.util.List;

/** The figures of benchmarks, as others see them. */
final class Scores {

    private Scores() {}

    /** @param results of which at least one is decided */
    static BenchmarkScore of(String benchmark, Metric metric, List<Result> results) {
        var score = Score.of(metric, results);
        return new BenchmarkScore(
                benchmark,
                score.metric(),
                metric.higherIsBetter(),
                score.value(),
                view(score.interval()),
                score.decided(),
                score.undecided(),
                firstUndecided(results),
                score.groups(),
                score.meanCharacters());
    }

    /** What is said of the first result that is not decided; {@code null} when all are. */
    static String firstUndecided(List<Result> results) {
        return results.stream()
                .filter(result -> !result.isDecided())
                .map(result -> result.question() + ": " + result.verdict().extracted())
                .findFirst()
                .orElse(null);
    }

    /** Of results of which at least one question is decided in both. */
    static BenchmarkComparison of(String benchmark, Metric metric, List<Result> before, List<Result> after) {
        var comparison = Comparison.of(metric, before, after);
        return new BenchmarkComparison(
                benchmark,
                metric.name(),
                metric.higherIsBetter(),
                comparison.before(),
                comparison.after(),
                comparison.difference(),
                view(comparison.interval()),
                comparison.questions(),
                comparison.better(),
                comparison.worse(),
                comparison.probability());
    }

    private static IntervalView view(Interval interval) {
        return new IntervalView(interval.low(), interval.high());
    }
}
