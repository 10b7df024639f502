package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.lm.decoder.TokenLogProbs;
import io.kernelign.objective.PairBatch;
import io.kernelign.objective.kernel.LearnOn;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Training pairs on which the objective's weights alone are learned: the policy's margins on them are computed without
 * recording, so that backward ends at the weights. Which pairs they are follows from the seed, and when which of them are
 * read from the step's number.
 */
final class Reserve implements AutoCloseable {

    /** Training pairs in two parts, each in their order. */
    record Parts(List<EncodedPair> reserved, List<EncodedPair> rest) {}

    private final TrainingTask task;
    private final LearnOn.HeldOut settings;
    private final Batches batches;
    private final Reference reference;
    private final BatchSemantics signal;

    Reserve(TrainingTask task, LearnOn.HeldOut settings, Optional<Semantics> semantics) {
        this.task = task;
        this.settings = settings;
        batches = Batches.of(
                task.parts().reserved(),
                task.training().batchTokens(),
                task.training().seed());
        reference = new Reference(task.model().head(), new Trunk(task.model(), 0, Optional.empty()), Optional.empty());
        signal = Semantics.on(semantics, batches);
    }

    /** @throws IllegalArgumentException if nothing would be left to train on */
    static Parts divide(List<EncodedPair> pairs, int reserved, long seed) {
        if (reserved >= pairs.size()) {
            throw new IllegalArgumentException("weights.learnOn reserves " + reserved
                    + " training pairs, but there are only " + pairs.size() + " and some must be left to train on");
        }
        var order = new ArrayList<Integer>();
        for (int i = 0; i < pairs.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        return new Parts(at(order.subList(0, reserved), pairs), at(order.subList(reserved, order.size()), pairs));
    }

    private static List<EncodedPair> at(List<Integer> places, List<EncodedPair> pairs) {
        return places.stream().sorted().map(pairs::get).toList();
    }

    /** Adds the gradient of the weights when the step is one of theirs; answers the loss that it is of. */
    OptionalDouble accumulate(long step, Policy policy, ObjectiveState state, double progress) {
        if (step % settings.everySteps() != 0) {
            return OptionalDouble.empty();
        }
        int batch = (int) (step / settings.everySteps() % batches.size());
        try (var constants = Scope.plain()) {
            var rows = PackedRows.of(
                    batches.get(batch).stream().map(EncodedPair::row).toList());
            var hidden = policy.enter(reference, batch, rows).hidden(policy.adapter());
            var pairs = BatchLoss.pairs(
                    rows,
                    logProbs(rows, hidden, policy),
                    reference.of(batch, rows).logProbs());
            var semantic = signal.of(batch, rows, hidden);
            try (var recorded = Scope.recording()) {
                // No divergence depends on the weights: any number stands for it.
                var divergence = task.objective().divergence().map(any -> Tensors.scalar(0));
                var loss = task.objective()
                        .evaluate(new PairBatch(pairs, divergence, semantic, progress), state)
                        .total();
                loss.backward();
                return OptionalDouble.of(loss.item());
            }
        }
    }

    private static Tensor logProbs(PackedRows rows, Tensor hidden, Policy policy) {
        var predictors = rows.predictors(hidden);
        return rows.sumByResponse(
                TokenLogProbs.values(predictors, policy.model().head(), rows.targets()));
    }

    @Override
    public void close() {
        reference.close();
    }
}
