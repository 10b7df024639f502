package io.kernelign.objective.link;

import io.kernelign.torch.Tensor;

/** A loss of the two responses' rewards; it has no margin that a kernel could measure. */
public non-sealed interface RewardLink extends Link {

    /** @return [pairs] */
    Tensor loss(Rewards rewards, double beta);
}
