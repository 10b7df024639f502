package io.kernelign.objective.implicit;

import io.kernelign.torch.Tensor;

/** The divergence that DPO's implicit reward assumes (f-DPO, arXiv 2309.16240): f'(u) in place of log u. */
public interface Implicit {

    /**
     * @param logRatio log pi(y|x) - log pi_ref(y|x) of each response, nats
     * @return as long; 0 where policy and reference agree
     */
    Tensor score(Tensor logRatio);
}
