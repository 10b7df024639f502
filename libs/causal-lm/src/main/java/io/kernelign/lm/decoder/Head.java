package io.kernelign.lm.decoder;

import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;

/**
 * The output head. Logits and what is made of them are FLOAT32, whatever their product is computed in.
 *
 * @param weight [vocabulary, d], FLOAT32
 * @param factor the same in the precision of products; {@code weight} itself in FLOAT32
 * @param softCap c of logits c tanh(z / c); 0 for none
 * @param chunk most rows of logits that training makes at once, at least 1; no number depends on it
 */
public record Head(Tensor weight, Tensor factor, double softCap, int chunk) {

    /** Most logits of a chunk: 64 MiB of FLOAT32. */
    public static final int CHUNK_LOGITS = 1 << 24;

    /** A head in FLOAT32 whose chunks are as large as they may be. */
    public Head(Tensor weight, double softCap) {
        this(weight, weight, softCap, chunk(weight.size(0)));
    }

    /** The same with chunks of so many rows. */
    public Head inChunks(int rows) {
        return new Head(weight, factor, softCap, rows);
    }

    /** Rows of a chunk of logits of so many tokens. */
    public static int chunk(long vocabulary) {
        return (int) Math.max(1, CHUNK_LOGITS / vocabulary);
    }

    /** Logits [n, vocabulary] of hidden states [n, d]. */
    public Tensor logits(Tensor hidden) {
        var logits = Primitives.inTypeOf(hidden, Primitives.linear(hidden, factor));
        return softCap == 0 ? logits : logits.over(softCap).tanh().times(softCap);
    }

    /** Derivatives by capped logits, turned into derivatives by the same logits before their cap; shapes alike. */
    public Tensor beforeCap(Tensor slopes, Tensor logits) {
        return softCap == 0
                ? slopes
                : slopes.times(logits.over(softCap).square().negated().plus(1));
    }
}
