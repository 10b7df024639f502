package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;

/**
 * How far the policy's distribution p over the vocabulary is from the reference's q at each position.
 *
 * <p>Arguments are log-softmax rows [n, vocabulary], FLOAT32 or FLOAT64. Written so that at p = q the value is 0 up to
 * rounding and the gradient is finite; a caller may give any number of rows at a time.
 */
public interface Divergence {

    /** The value that is trained on, one a row [n], nats where it has a unit; differentiable. */
    Tensor perToken(Tensor logP, Tensor logQ);

    /** The divergence itself, to be reported, from what {@link #perToken} answered [n]; never negative. */
    default Tensor exact(Tensor perToken) {
        return perToken.atLeast(0);
    }
}
