package io.kernelign.objective;

import io.kernelign.torch.Tensor;
import java.util.Optional;

/**
 * Everything that an objective is evaluated on.
 *
 * @param divergence mean over tokens, then over responses, of the objective's divergence; without dimensions; present
 *     exactly when the objective has one
 * @param semantic what the objective's signal says: q [pairs] in formulation rkhs_margin, similarities of chosen and
 *     rejected to the prompt [pairs, 2] in formulation paper; present exactly when the objective has a signal
 * @param progress share of the training that is done, 0 to 1
 */
public record PairBatch(PairLogProbs pairs, Optional<Tensor> divergence, Optional<Tensor> semantic, double progress) {

    /** Pairs for an objective with neither a divergence nor a semantic signal. */
    public static PairBatch of(PairLogProbs pairs) {
        return new PairBatch(pairs, Optional.empty(), Optional.empty(), 0);
    }

    /** The same pairs with the mean of a divergence. */
    public PairBatch withDivergence(Tensor mean) {
        return new PairBatch(pairs, Optional.of(mean), semantic, progress);
    }

    /** The same pairs with what the semantic signal says. */
    public PairBatch withSemantic(Tensor signal) {
        return new PairBatch(pairs, divergence, Optional.of(signal), progress);
    }
}
