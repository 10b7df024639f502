package io.kernelign.benchmarks.objective.study.bandit;

import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.SingleDivergence;
import io.kernelign.objective.divergence.TransportDivergence;
import io.kernelign.objective.divergence.Vocabulary;
import io.kernelign.objective.divergence.VocabularyDivergence;
import io.kernelign.torch.Tensor;

/**
 * How far a policy over arms is from its reference, over all arms in each context, with its gradient.
 *
 * @param arms what a ground cost knows of them
 */
record BanditDivergence(Divergence divergence, Vocabulary arms) {

    /**
     * @param logits of the policy [contexts, arms]
     * @param reference of the reference, likewise
     * @return mean over the contexts
     */
    Tensor mean(Tensor logits, Tensor reference) {
        return divergence.parts().stream()
                .map(part -> of(part.divergence(), logits, reference).mean().times(part.weight()))
                .reduce(Tensor::plus)
                .orElseThrow();
    }

    private Tensor of(SingleDivergence single, Tensor logits, Tensor reference) {
        if (single instanceof VocabularyDivergence vocabulary) {
            var logP = logits.logSoftmax(-1);
            var at = vocabulary.at(Odds.full(logP.detached(), reference.logSoftmax(-1)));
            return sloped(at.value(), at.slope(), logP);
        }
        var at = ((TransportDivergence) single).at(logits.detached(), reference, arms);
        return sloped(at.value(), at.slope(), logits.gather(1, at.tokens()));
    }

    /** A value whose gradient by x is the slope. */
    private static Tensor sloped(Tensor value, Tensor slope, Tensor x) {
        return value.detached()
                .plus(slope.detached().times(x.minus(x.detached())).sum(-1));
    }
}
