package io.kernelign.training;

import io.kernelign.lm.decoder.Head;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Optional;
import java.util.function.Function;

/**
 * The gradient of a head that trains. How the loss depends on each token's terms is known only after backward; then each
 * chunk's logits are made once more, and what they add to the gradient is added up.
 */
final class HeadGradient {

    private final Head head;
    private final Tensor predictors;
    private final Function<HeadRows.Range, LogitSlopes> slopes;
    private final Tensor byLogProb;
    private final Tensor byDivergence;

    /**
     * @param predictors the policy's hidden states that predict the response tokens, [n, d]
     * @param slopes of the tokens of a chunk; called without recording
     */
    HeadGradient(Head head, Tensor predictors, Function<HeadRows.Range, LogitSlopes> slopes) {
        this.head = head;
        this.predictors = predictors.detached();
        this.slopes = slopes;
        byLogProb = watcher(predictors);
        byDivergence = watcher(predictors);
    }

    /** A zero that is added to values, so that backward leaves their derivatives on it. */
    private static Tensor watcher(Tensor predictors) {
        return Tensors.zeros(predictors.dtype(), predictors.size(0)).requireGradient();
    }

    /** The same values; of these, and of what is made of them, the gradient is. */
    Tensor watchLogProbs(Tensor values) {
        return values.plus(byLogProb);
    }

    /** As {@link #watchLogProbs}. */
    Tensor watchDivergence(Tensor values) {
        return values.plus(byDivergence);
    }

    /** Adds the gradient to the head's; backward has run. */
    void accumulate() {
        head.weight().times(sum()).sum().backward();
    }

    private Tensor sum() {
        try (var scope = Scope.plain()) {
            var weight = head.weight();
            var sum = Tensors.zeros(weight.dtype(), weight.shape());
            for (var rows : HeadRows.chunks(predictors.size(0), head)) {
                try (var inChunk = Scope.plain()) {
                    sum.accumulate(slopes.apply(rows)
                            .byHead(
                                    rows.of(predictors),
                                    rows.of(byLogProb.gradient()),
                                    Optional.of(rows.of(byDivergence.gradient()))));
                }
            }
            return scope.keep(sum);
        }
    }
}
