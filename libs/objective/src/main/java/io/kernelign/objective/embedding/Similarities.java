package io.kernelign.objective.embedding;

import io.kernelign.torch.Tensor;

/**
 * How similar each response is to its prompt, (1 + cosine) / 2 of their embeddings, each [pairs] in [1e-3, 1].
 */
public record Similarities(Tensor chosen, Tensor rejected) {

    private static final double LEAST = 1e-3;

    /** From unit vectors [pairs, d]. */
    public static Similarities of(Tensor prompt, Tensor chosen, Tensor rejected) {
        return new Similarities(between(prompt, chosen), between(prompt, rejected));
    }

    private static Tensor between(Tensor u, Tensor v) {
        return u.times(v).sum(-1).plus(1).times(0.5).atLeast(LEAST).atMost(1);
    }

    /** r = s_+ / s_- [pairs]. */
    public Tensor ratio() {
        return chosen.over(rejected);
    }

    /** |u - v|^2 of unit vectors by their similarity. */
    public static Tensor squaredDistance(Tensor similarity) {
        return similarity.times(-4).plus(4);
    }
}
