package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;
import java.util.List;

/**
 * How far the policy's distribution p over the vocabulary is from the reference's q at each position: one divergence, a
 * weighted mixture of several, or none.
 */
public sealed interface Divergence permits NoDivergence, SingleDivergence, DivergenceMixture {

    /** One term of the weighted sum that a divergence is. */
    record Part(double weight, SingleDivergence divergence) {}

    /** The terms whose weighted sum this is; weights sum to 1, no terms for none. */
    List<Part> parts();

    /** Whether it can be estimated from the observed tokens alone. */
    default boolean samplable() {
        return parts().stream().allMatch(part -> part.divergence() instanceof VocabularyDivergence);
    }

    /**
     * Its estimate from the observed tokens, drawn from the policy or not: the mean over p of these values is the
     * divergence (of a monotone function of an f-divergence, its first order), and each is at least 0.
     *
     * @param logP the policy's log-probabilities of the tokens, nats [n]; gradients go there
     * @param logQ the reference's, [n]
     * @return [n]
     * @throws IllegalStateException unless {@link #samplable()}
     */
    default Tensor sampled(Tensor logP, Tensor logQ) {
        if (!samplable()) {
            throw new IllegalStateException("a divergence with a ground cost has no estimate from single tokens");
        }
        var odds = Odds.observed(logP.detached(), logQ.detached());
        var towardsP = logP.minus(logP.detached());
        return parts().stream()
                .map(part -> weighted(part, odds, towardsP))
                .reduce(Tensor::plus)
                .orElseThrow();
    }

    private static Tensor weighted(Part part, Odds odds, Tensor towardsP) {
        var observed = ((VocabularyDivergence) part.divergence()).observed(odds);
        return observed.value().plus(observed.slope().times(towardsP)).times(part.weight());
    }
}
