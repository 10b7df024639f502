package io.kernelign.objective.link;

import io.kernelign.torch.Tensor;

/** The loss of one preference margin. */
public interface Link {

    /**
     * @param margin [pairs], dimensionless; positive when the policy ranks the pair as labelled
     * @return [pairs]
     */
    Tensor loss(Tensor margin);
}
