package io.kernelign.training;

import io.kernelign.alignment.race.HalvingPlan;
import io.kernelign.alignment.race.Rung;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.torch.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How policies rank the held-out pairs of a pilot's rungs. What the reference says is kept, and so is what leaves the trunk;
 * the pairs that a rung adds are batches of their own, so that every policy meets each pair in the same batch.
 */
final class PilotScoring implements AutoCloseable {

    /** The pairs that one rung adds. */
    private record Added(Batches batches, List<EncodedPair> pairs, Reference reference) {}

    private final List<Added> byRung = new ArrayList<>();

    PilotScoring(TrainingTask task, HalvingPlan plan) {
        var ordered = PilotPairs.ordered(task);
        int from = 0;
        for (var rung : plan.rungs()) {
            byRung.add(added(task, ordered.subList(from, rung.pairs()), byRung.size()));
            from = rung.pairs();
        }
    }

    private static Added added(TrainingTask task, List<EncodedPair> pairs, int rung) {
        var trunk = References.trunk(task, "pilot-trunk-states-" + rung + ".f32");
        return new Added(
                Batches.of(pairs, task.training().batchTokens(), task.training().seed()),
                pairs,
                new Reference(task.model().head(), trunk, Optional.empty()));
    }

    /**
     * Of each pair of a rung, in their order, whether the policy prefers the chosen response more than the reference does.
     *
     * @param rung from 0; see {@link Rung#pairs}
     */
    boolean[] of(Policy policy, int rung) {
        var correct = new ArrayList<Boolean>();
        byRung.subList(0, rung + 1).forEach(added -> correct.addAll(ranked(policy, added)));
        var array = new boolean[correct.size()];
        for (int pair = 0; pair < array.length; pair++) {
            array[pair] = correct.get(pair);
        }
        return array;
    }

    private static List<Boolean> ranked(Policy policy, Added added) {
        var right = new HashSet<String>();
        for (int batch = 0; batch < added.batches.size(); batch++) {
            try (var scope = Scope.plain()) {
                var pairs = added.batches.get(batch);
                var rows = PackedRows.of(pairs.stream().map(EncodedPair::row).toList());
                var hidden = policy.enter(added.reference, batch, rows).hidden(policy.adapter());
                var said = rows.sumByResponse(TokenLogProbs.values(
                        rows.predictors(hidden), policy.model().head(), rows.targets()));
                var gain =
                        said.minus(added.reference.of(batch, rows).logProbs()).doubles();
                for (int pair = 0; pair < pairs.size(); pair++) {
                    if (gain[2 * pair] > gain[2 * pair + 1]) {
                        right.add(pairs.get(pair).id());
                    }
                }
            }
        }
        return added.pairs.stream().map(pair -> right.contains(pair.id())).toList();
    }

    @Override
    public void close() {
        byRung.forEach(added -> added.reference.close());
    }
}
