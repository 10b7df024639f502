package io.kernelign.benchmarks.objective.study;

import io.kernelign.benchmarks.objective.study.bandit.BanditTask;
import io.kernelign.benchmarks.objective.study.bandit.BanditTraining;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured on the bandit.
 *
 * @param conditions clean and noisy, every candidate
 * @param collapse mixtures with and without the entropy of their weights, clean labels
 * @param semantic the embedding signal's effect where pairs are scarce
 */
record BanditStudy(List<Condition> conditions, Trials collapse, SemanticStudy semantic) {

    /** Weight of the entropy term: none, and the default. */
    static final List<Double> ETAS = List.of(0.0, 0.02);

    static BanditStudy run(int seeds) throws IOException, InterruptedException {
        return new BanditStudy(
                List.of(condition("bandit", 0, seeds), condition("bandit_noisy", Condition.NOISE, seeds)),
                collapse(seeds),
                SemanticStudy.run(seeds));
    }

    private static Condition condition(String name, double flipped, int seeds)
            throws IOException, InterruptedException {
        return Condition.of(name, flipped, trials(name, Candidates.all(), flipped, seeds));
    }

    private static Trials collapse(int seeds) throws IOException, InterruptedException {
        var candidates = new ArrayList<Candidate>();
        for (var kernel : Candidates.mixtures()) {
            ETAS.forEach(eta -> candidates.add(Candidates.mixture(kernel, eta)));
        }
        return trials("collapse", candidates, 0, seeds);
    }

    static Trials trials(String name, List<Candidate> candidates, double flipped, int seeds)
            throws IOException, InterruptedException {
        return Workers.run(
                name,
                candidates,
                seeds,
                (candidate, seed) -> BanditTraining.run(candidate.objective(), BanditTask.of(seed, flipped)));
    }
}
