package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;

/**
 * A value whose derivative by the logits is 0 but at a few tokens of each row.
 *
 * @param value [n]
 * @param tokens INT64 [n, m]; a token that stands twice in a row has its whole slope in one place
 * @param slope derivative by the logits at those tokens, [n, m]
 */
public record OnTokens(Tensor value, Tensor tokens, Tensor slope) {

    /** The derivative by the hidden states that a head [vocabulary, d] makes logits of: [n, d]. */
    public Tensor through(Tensor head) {
        var rows =
                head.select(0, tokens.reshape(tokens.elements())).reshape(tokens.size(0), tokens.size(1), head.size(1));
        return slope.unsqueeze(1).matmul(rows).squeeze(1);
    }
}
