package io.kernelign.objective.link;

import io.kernelign.torch.Tensor;

/** The loss of one preference margin; any kernel may stand before it. */
public non-sealed interface MarginLink extends Link {

    /**
     * @param margin [pairs], dimensionless; positive when the policy ranks the pair as labelled
     * @param beta temperature with which the margin was made from log ratios, 1/nats
     * @return [pairs]
     */
    Tensor loss(Tensor margin, double beta);

    /** Whether the margin is made of means over each response's tokens instead of sums. */
    default boolean averagesTokens() {
        return false;
    }
}
