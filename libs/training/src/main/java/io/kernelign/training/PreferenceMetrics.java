package io.kernelign.training;

import io.kernelign.alignment.evaluation.Accuracy;
import io.kernelign.alignment.evaluation.Distribution;
import io.kernelign.alignment.evaluation.JudgedPair;
import io.kernelign.alignment.evaluation.PreferenceF1;
import io.kernelign.alignment.evaluation.Rewards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Accuracy, F1 and rewards of held-out pairs, by the names under which results are kept. */
final class PreferenceMetrics {

    private PreferenceMetrics() {}

    /**
     * @param trained whether rewards mean anything yet; before the first step all are 0
     */
    static Map<String, Double> of(List<ScoredPair> pairs, double beta, boolean trained) {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("ranking_accuracy", accuracy(pairs, ScoredPair::ranking));
        f1("f1.ranking", pairs, ScoredPair::ranking, metrics);
        if (trained) {
            Function<ScoredPair, ScoredPair.Both> rewards = pair -> pair.rewards(beta);
            metrics.put("preference_accuracy", accuracy(pairs, rewards));
            f1("f1.reward", pairs, rewards, metrics);
            var distributions = Rewards.of(
                    array(pairs, pair -> pair.rewards(beta).chosen()),
                    array(pairs, pair -> pair.rewards(beta).rejected()));
            distribution("reward.chosen", distributions.chosen(), metrics);
            distribution("reward.rejected", distributions.rejected(), metrics);
            distribution("reward.margin", distributions.margin(), metrics);
        }
        return metrics;
    }

    private static double accuracy(List<ScoredPair> pairs, Function<ScoredPair, ScoredPair.Both> score) {
        return Accuracy.ofMargins(array(pairs, pair -> {
            var both = score.apply(pair);
            return both.chosen() - both.rejected();
        }));
    }

    private static void f1(
            String name,
            List<ScoredPair> pairs,
            Function<ScoredPair, ScoredPair.Both> score,
            Map<String, Double> metrics) {
        var f1 = PreferenceF1.of(pairs.stream()
                .map(pair -> {
                    var both = score.apply(pair);
                    return new JudgedPair(pair.pair().id(), pair.pair().task(), both.chosen(), both.rejected());
                })
                .toList());
        metrics.put(name + ".overall", f1.overall());
        metrics.put(name + ".macro", f1.macro());
        f1.byTask().forEach((task, value) -> metrics.put(name + ".task." + task, value));
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
