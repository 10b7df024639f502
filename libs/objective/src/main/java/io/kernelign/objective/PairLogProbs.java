package io.kernelign.objective;

import io.kernelign.torch.DType;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;

/**
 * What policy and reference say of a batch of pairs: sums of the response tokens' log-probabilities, nats, and how many
 * tokens each response has; each [pairs]. The reference's and the lengths are constants.
 */
public record PairLogProbs(
        Tensor policyChosen,
        Tensor policyRejected,
        Tensor referenceChosen,
        Tensor referenceRejected,
        Tensor chosenLength,
        Tensor rejectedLength) {

    /** Of responses of one token each, where sums and means are the same. */
    public static PairLogProbs ofSingleTokens(
            Tensor policyChosen, Tensor policyRejected, Tensor referenceChosen, Tensor referenceRejected) {
        var ones = Tensors.full(1, DType.FLOAT32, policyChosen.shape());
        return new PairLogProbs(policyChosen, policyRejected, referenceChosen, referenceRejected, ones, ones);
    }

    /** Log ratio of policy to reference of each chosen response [pairs], nats. */
    public Tensor chosenLogRatio() {
        return policyChosen.minus(referenceChosen);
    }

    /** Log ratio of policy to reference of each rejected response [pairs], nats. */
    public Tensor rejectedLogRatio() {
        return policyRejected.minus(referenceRejected);
    }

    /** h [pairs]: the policy's log ratio of chosen to rejected, minus the reference's; nats. */
    public Tensor margin() {
        return chosenLogRatio().minus(rejectedLogRatio());
    }

    /** The same with every sum divided by its response's length: nats a token. */
    public PairLogProbs perToken() {
        return new PairLogProbs(
                policyChosen.over(chosenLength),
                policyRejected.over(rejectedLength),
                referenceChosen.over(chosenLength),
                referenceRejected.over(rejectedLength),
                chosenLength,
                rejectedLength);
    }
}
