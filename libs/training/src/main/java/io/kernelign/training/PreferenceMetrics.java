package io.kernelign.training;

import io.kernelign.alignment.evaluation.Accuracy;
import io.kernelign.alignment.evaluation.Calibration;
import io.kernelign.alignment.evaluation.Distribution;
import io.kernelign.alignment.evaluation.Estimate;
import io.kernelign.alignment.evaluation.JudgedPair;
import io.kernelign.alignment.evaluation.PreferenceF1;
import io.kernelign.alignment.evaluation.Rewards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Accuracy, F1, rewards and their calibration on held-out pairs, by the names under which results are kept; the ends of an
 * interval have the name of its figure with {@code .low} and {@code .high}.
 */
final class PreferenceMetrics {

    private PreferenceMetrics() {}

    /**
     * @param trained whether rewards mean anything yet; before the first step all are 0
     */
    static Map<String, Double> of(List<ScoredPair> pairs, double beta, boolean trained) {
        var metrics = new LinkedHashMap<String, Double>();
        judged("ranking_accuracy", "f1.ranking", pairs, ScoredPair::ranking, metrics);
        if (trained) {
            judged("preference_accuracy", "f1.reward", pairs, pair -> pair.rewards(beta), metrics);
            var rewards = Rewards.of(
                    array(pairs, pair -> pair.rewards(beta).chosen()),
                    array(pairs, pair -> pair.rewards(beta).rejected()));
            distribution("reward.chosen", rewards.chosen(), metrics);
            distribution("reward.rejected", rewards.rejected(), metrics);
            distribution("reward.margin", rewards.margin(), metrics);
            var calibration =
                    Calibration.of(array(pairs, pair -> pair.rewards(beta).margin()));
            metrics.put("calibration.ece", calibration.expectedError());
            metrics.put("calibration.brier", calibration.brier());
        }
        return metrics;
    }

    private static void judged(
            String accuracy,
            String f1,
            List<ScoredPair> pairs,
            Function<ScoredPair, ScoredPair.Both> score,
            Map<String, Double> metrics) {
        estimate(
                accuracy,
                Accuracy.estimate(array(pairs, pair -> score.apply(pair).margin())),
                metrics);
        var figures = PreferenceF1.of(pairs.stream()
                .map(pair -> {
                    var both = score.apply(pair);
                    return new JudgedPair(pair.pair().id(), pair.pair().task(), both.chosen(), both.rejected());
                })
                .toList());
        estimate(f1 + ".overall", figures.overall(), metrics);
        estimate(f1 + ".macro", figures.macro(), metrics);
        figures.byTask().forEach((task, figure) -> estimate(f1 + ".task." + task, figure, metrics));
    }

    private static void estimate(String name, Estimate estimate, Map<String, Double> metrics) {
        metrics.put(name, estimate.value());
        metrics.put(name + HeldOutMetric.LOW, estimate.interval().low());
        metrics.put(name + HeldOutMetric.HIGH, estimate.interval().high());
    }

    private static void distribution(String name, Distribution distribution, Map<String, Double> metrics) {
        metrics.put(name + ".mean", distribution.mean());
        metrics.put(name + ".q05", distribution.q05());
        metrics.put(name + ".median", distribution.median());
        metrics.put(name + ".q95", distribution.q95());
    }

    private static double[] array(List<ScoredPair> pairs, ToDoubleFunction<ScoredPair> figure) {
        return pairs.stream().mapToDouble(figure).toArray();
    }
}
