package io.kernelign.objective;

import io.kernelign.torch.Tensor;

/** How the paper's log ratio z adds up a response's tokens. */
public enum LogRatio {
    /** Their mean; a sum makes every exponential of z vanish in single precision. */
    MEAN,
    SUM;

    /** z [pairs]: log ratio of chosen to rejected under the policy alone. */
    Tensor of(PairLogProbs pairs) {
        var counted = this == MEAN ? pairs.perToken() : pairs;
        return counted.policyChosen().minus(counted.policyRejected());
    }
}
