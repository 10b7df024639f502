package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;

/** A divergence that knows how far one token is from another, and looks at a few tokens of each position. */
public non-sealed interface TransportDivergence extends SingleDivergence {

    /**
     * The value that is trained on and its slope at each position.
     *
     * @param logitsP the policy's logits or log-probabilities, [n, vocabulary]
     * @param logitsQ the reference's
     */
    OnTokens at(Tensor logitsP, Tensor logitsQ, Vocabulary vocabulary);
}
