package io.kernelign.training;

import io.kernelign.objective.divergence.Divergence;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * A divergence between policy and reference at every response token, over the full vocabulary, a chunk of rows at a time.
 * Each chunk is differentiated while its logits are at hand; what remains is one vector per token.
 */
final class TokenDivergence {

    private static final int CHUNK = 256;

    private TokenDivergence() {}

    /**
     * Differentiable with respect to the policy's hidden states.
     *
     * @param policy hidden states that predict the tokens, [n, d]
     * @param reference the reference's, [n, d]
     * @param head [vocabulary, d], frozen
     * @return the trained value per token, [n]
     */
    static Tensor differentiable(Divergence divergence, Tensor policy, Tensor reference, Tensor head) {
        try (var scope = Scope.nested()) {
            List<Tensor> values = new ArrayList<>();
            List<Tensor> slopes = new ArrayList<>();
            for (long from = 0; from < policy.size(0); from += CHUNK) {
                long to = Math.min(from + CHUNK, policy.size(0));
                try (var chunk = Scope.recording()) {
                    var leaf = policy.slice(0, from, to).detached().requireGradient();
                    var perToken =
                            divergence.perToken(logProbs(leaf, head), logProbs(reference.slice(0, from, to), head));
                    perToken.sum().backward();
                    values.add(chunk.keep(perToken.detached()));
                    slopes.add(chunk.keep(leaf.gradient()));
                }
            }
            return scope.keep(Primitives.withSlopes(Tensors.concat(values, 0), Tensors.concat(slopes, 0), policy));
        }
    }

    /** The exact value per token [n], without gradient. */
    static Tensor exact(Divergence divergence, Tensor policy, Tensor reference, Tensor head) {
        try (var scope = Scope.plain()) {
            List<Tensor> values = new ArrayList<>();
            for (long from = 0; from < policy.size(0); from += CHUNK) {
                long to = Math.min(from + CHUNK, policy.size(0));
                try (var chunk = Scope.plain()) {
                    var logP = logProbs(policy.slice(0, from, to), head);
                    var logQ = logProbs(reference.slice(0, from, to), head);
                    values.add(chunk.keep(divergence.exact(divergence.perToken(logP, logQ))));
                }
            }
            return scope.keep(Tensors.concat(values, 0));
        }
    }

    private static Tensor logProbs(Tensor hidden, Tensor head) {
        return Primitives.linear(hidden, head).logSoftmax(-1);
    }
}
