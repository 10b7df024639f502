package io.kernelign.objective.divergence;

import io.kernelign.torch.Tensor;

/**
 * What a divergence may need to know of the tokens beside their probabilities.
 *
 * @param embeddings the reference's input embeddings [vocabulary, d]
 */
public record Vocabulary(Tensor embeddings) {

    /**
     * Euclidean distances between the L2-normalised embeddings of each row's tokens, in [0, 2].
     *
     * @param tokens INT64 [n, m]
     * @return [n, m, m], 0 for a token and itself
     */
    Tensor distances(Tensor tokens) {
        long n = tokens.size(0);
        long m = tokens.size(1);
        var rows = embeddings.select(0, tokens.reshape(n * m));
        var lengths = rows.square().sum(-1).atLeast(1e-12).sqrt();
        var unit = rows.over(lengths.unsqueeze(-1)).reshape(n, m, embeddings.size(1));
        var cosines = unit.matmul(unit.transpose(1, 2));
        var same =
                tokens.unsqueeze(2).minus(tokens.unsqueeze(1)).abs().atMost(1).to(cosines.dtype());
        return cosines.negated().plus(1).atLeast(0).times(2).sqrt().times(same);
    }
}
