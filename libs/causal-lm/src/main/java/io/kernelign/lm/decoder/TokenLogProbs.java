package io.kernelign.lm.decoder;

import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;

/**
 * log p of tokens from the hidden states that predict them, in nats. The [tokens, vocabulary] logits exist only a chunk
 * of rows at a time, forwards and backwards.
 */
public final class TokenLogProbs {

    /** Rows of logits that exist at once. */
    public static final int CHUNK = 512;

    private TokenLogProbs() {}

    /**
     * The values, without gradient.
     *
     * @param predictors [n, d]
     * @param head [vocabulary, d]
     * @param tokens INT64 [n]
     * @return [n]
     */
    public static Tensor values(Tensor predictors, Tensor head, Tensor tokens) {
        return Primitives.tokenLogProbs(predictors, head, tokens, CHUNK, false).get(0);
    }

    /** The same values with their gradient towards {@code predictors}; the head is taken as frozen. */
    public static Tensor differentiable(Tensor predictors, Tensor head, Tensor tokens) {
        try (var scope = Scope.nested()) {
            Tensor value;
            Tensor slopes;
            try (var unrecorded = Scope.plain()) {
                var both = Primitives.tokenLogProbs(predictors, head, tokens, CHUNK, true);
                value = unrecorded.keep(both.get(0));
                slopes = unrecorded.keep(both.get(1));
            }
            return scope.keep(Primitives.withSlopes(value, slopes, predictors));
        }
    }
}
