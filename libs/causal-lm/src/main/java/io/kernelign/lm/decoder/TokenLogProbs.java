package io.kernelign.lm.decoder;

import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.List;

/**
 * log p of tokens from the hidden states that predict them, in nats. The [tokens, vocabulary] logits exist only a
 * {@linkplain Head#chunk chunk} of rows at a time, forwards and backwards.
 */
public final class TokenLogProbs {

    private TokenLogProbs() {}

    /**
     * The values, without gradient.
     *
     * @param predictors [n, d]
     * @param tokens INT64 [n]
     * @return [n]
     */
    public static Tensor values(Tensor predictors, Head head, Tensor tokens) {
        return ofChunks(predictors, head, tokens, false).get(0);
    }

    /** The same values with their gradient towards {@code predictors}; the head is taken as frozen. */
    public static Tensor differentiable(Tensor predictors, Head head, Tensor tokens) {
        try (var scope = Scope.nested()) {
            Tensor value;
            Tensor slopes;
            try (var unrecorded = Scope.plain()) {
                var both = ofChunks(predictors, head, tokens, true);
                value = unrecorded.keep(both.get(0));
                slopes = unrecorded.keep(both.get(1));
            }
            return scope.keep(Primitives.withSlopes(value, slopes, predictors));
        }
    }

    private static List<Tensor> ofChunks(Tensor predictors, Head head, Tensor tokens, boolean slopes) {
        return Primitives.tokenLogProbs(predictors, head.factor(), tokens, head.chunk(), slopes, head.softCap());
    }
}
