package io.kernelign.lm.decoder;

import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;

/**
 * The output head.
 *
 * @param weight [vocabulary, d]
 * @param softCap c of logits c tanh(z / c); 0 for none
 */
public record Head(Tensor weight, double softCap) {

    /** Logits [n, vocabulary] of hidden states [n, d]. */
    public Tensor logits(Tensor hidden) {
        var logits = Primitives.linear(hidden, weight);
        return softCap == 0 ? logits : logits.over(softCap).tanh().times(softCap);
    }

    /** Derivatives by capped logits, turned into derivatives by the same logits before their cap; shapes alike. */
    public Tensor beforeCap(Tensor slopes, Tensor logits) {
        return softCap == 0
                ? slopes
                : slopes.times(logits.over(softCap).square().negated().plus(1));
    }
}
