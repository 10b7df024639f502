package io.kernelign.benchmarks.objective.study;

import io.kernelign.benchmarks.objective.study.bandit.BanditTask;
import io.kernelign.benchmarks.objective.study.bandit.BanditTraining;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Whether a frozen encoder's opinion helps where pairs are scarce: as the offset of {@code rkhs_margin}, its only way to
 * act, for in the paper's sum it has no gradient.
 *
 * @param without no signal
 * @param with the encoder's similarities, at each gamma
 * @param contradicted the same of opposite sign: an encoder that is wrong about every pair
 */
record SemanticStudy(Trials without, Trials with, Trials contradicted) {

    /** The default weight of an external signal, and a larger one. */
    static final List<Double> GAMMAS = List.of(0.3, 1.0);

    static SemanticStudy run(int seeds) throws IOException, InterruptedException {
        var signalled = Candidates.single().stream()
                .flatMap(candidate -> GAMMAS.stream().map(gamma -> signalled(candidate, gamma)))
                .toList();
        return new SemanticStudy(
                trials("scarce", Candidates.single(), seeds, task -> task),
                trials("scarce, encoder", signalled, seeds, task -> task),
                trials("scarce, contra", signalled, seeds, BanditTask::contradicted));
    }

    private static Trials trials(String name, List<Candidate> candidates, int seeds, UnaryOperator<BanditTask> task)
            throws IOException, InterruptedException {
        return Workers.run(
                name,
                candidates,
                seeds,
                (candidate, seed) -> BanditTraining.run(candidate.objective(), task.apply(BanditTask.scarce(seed))));
    }

    static Candidate signalled(Candidate candidate, double gamma) {
        return candidate.with("_gamma" + gamma, "embedding", Map.of("source", "external", "gamma", gamma));
    }

    /** What the signal adds to a candidate's accuracy. */
    Interval gain(Trials signal, Candidate candidate, double gamma) {
        return PairedBootstrap.difference(
                signal.outcomes().get(signalled(candidate, gamma).name()),
                without.outcomes().get(candidate.name()));
    }
}
