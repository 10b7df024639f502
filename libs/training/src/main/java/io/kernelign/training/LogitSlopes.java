package io.kernelign.training;

import io.kernelign.lm.decoder.Head;
import io.kernelign.objective.divergence.OnTokens;
import io.kernelign.objective.divergence.Sloped;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The terms of a chunk of n response tokens and their derivatives by the policy's logits, as they are before a cap; each in
 * the form in which it is at hand.
 *
 * @param targets the tokens, INT64 [n]
 * @param logProbs [n]
 * @param rises derivative of a log-probability by its own token's logit, less what {@code falls} takes from it, [n]
 * @param falls what a log-probability loses by each logit, [n, vocabulary]
 * @param divergence [n]; empty without one
 * @param overVocabulary derivative of the parts of the divergence that read every logit, [n, vocabulary]
 * @param onTokens those that read a few, weighted
 */
record LogitSlopes(
        Tensor targets,
        Tensor logProbs,
        Tensor rises,
        Tensor falls,
        Optional<Tensor> divergence,
        Optional<Tensor> overVocabulary,
        List<OnTokens> onTokens) {

    /** What training reads of a chunk; slopes are derivatives by the policy's hidden states, [n, d]. */
    record ByHidden(Sloped logProbs, Optional<Sloped> divergence) {}

    /** Log-probabilities alone. */
    static LogitSlopes ofTokens(Head head, Tensor hidden, Tensor targets) {
        var logits = head.logits(hidden);
        var logP = logits.logSoftmax(-1);
        var one = Tensors.full(1, logits.dtype(), targets.size(0));
        return new LogitSlopes(
                targets,
                logP.pick(targets),
                head.beforeCap(one, logits.pick(targets)),
                head.beforeCap(logP.exp(), logits),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** @param head [vocabulary, d] */
    ByHidden byHidden(Tensor head) {
        var own = head.select(0, targets).times(rises.unsqueeze(-1));
        var parts = Stream.concat(
                onTokens.stream().map(part -> part.through(head)),
                overVocabulary.stream().map(all -> all.matmul(head)));
        return new ByHidden(
                new Sloped(logProbs, own.minus(falls.matmul(head))),
                divergence.map(
                        value -> new Sloped(value, parts.reduce(Tensor::plus).orElseThrow())));
    }

    /**
     * The derivative of a loss by the head, [vocabulary, d].
     *
     * @param hidden the policy's hidden states [n, d]
     * @param byLogProb the loss's derivative by each log-probability, [n]
     * @param byDivergence the same by the divergence, [n]; present when that is
     */
    Tensor byHead(Tensor hidden, Tensor byLogProb, Optional<Tensor> byDivergence) {
        var byLogits = falls.times(byLogProb.unsqueeze(-1)).negated();
        if (overVocabulary.isPresent()) {
            byLogits = byLogits.plus(
                    overVocabulary.get().times(byDivergence.orElseThrow().unsqueeze(-1)));
        }
        var gradient = byLogits.transpose(0, 1).matmul(hidden);
        gradient =
                gradient.indexAdd(targets, hidden.times(rises.times(byLogProb).unsqueeze(-1)));
        for (var part : onTokens) {
            gradient = gradient.indexAdd(
                    part.tokens().reshape(part.tokens().elements()),
                    outer(part.slope().times(byDivergence.orElseThrow().unsqueeze(-1)), hidden));
        }
        return gradient;
    }

    /** Every product of an element of a row of {@code slopes} [n, m] with the hidden state of that row, [n m, d]. */
    private static Tensor outer(Tensor slopes, Tensor hidden) {
        return slopes.unsqueeze(-1).times(hidden.unsqueeze(1)).reshape(-1, hidden.size(1));
    }
}
