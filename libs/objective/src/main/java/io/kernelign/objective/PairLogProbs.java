package io.kernelign.objective;

import io.kernelign.torch.Tensor;

/**
 * What a batch of pairs contributes to the margin: sums of the response tokens' log-probabilities, nats, each [pairs].
 * The reference's are constants.
 */
public record PairLogProbs(
        Tensor policyChosen, Tensor policyRejected, Tensor referenceChosen, Tensor referenceRejected) {

    /** h [pairs]: the policy's log ratio of chosen to rejected, minus the reference's; nats. */
    public Tensor margin() {
        return policyChosen.minus(referenceChosen).minus(policyRejected.minus(referenceRejected));
    }
}
