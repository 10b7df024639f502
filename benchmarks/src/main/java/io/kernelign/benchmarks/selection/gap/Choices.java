package io.kernelign.benchmarks.selection.gap;

import io.kernelign.alignment.selection.Bootstrap;
import io.kernelign.alignment.selection.Candidates;
import io.kernelign.alignment.selection.PairDistances;
import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.benchmarks.objective.study.Candidate;
import io.kernelign.benchmarks.selection.pilot.AllCandidates;
import java.util.List;
import java.util.stream.Stream;

/**
 * What rules say of measured pairs.
 *
 * @param recommended by the first rules that hold
 * @param ranked all candidates, the recommended one first, as a pilot races them
 */
record Choices(Candidate recommended, List<Candidate> ranked) {

    private static final int RESAMPLES = 200;

    static Choices of(PairDistances pairs, RuleBook rules, int seed) {
        var measured = Bootstrap.of(pairs, RESAMPLES, seed);
        var kernel = rules.kernel().decide(measured.pairs(), rules.kernel().choices());
        var divergence =
                rules.divergence().decide(measured.pairs(), rules.divergence().choices());
        var recommended = AllCandidates.of(kernel.choice(), divergence.choice());
        var others = Candidates.ranked(rules, measured).stream()
                .map(each -> AllCandidates.of(each.kernel(), each.divergence()))
                .filter(each -> !each.equals(recommended));
        return new Choices(
                recommended, Stream.concat(Stream.of(recommended), others).toList());
    }
}
