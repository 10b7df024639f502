package io.kernelign.objective.embedding;

import io.kernelign.torch.Tensor;

/** Distance of two unit vectors in a kernel's feature space. */
@FunctionalInterface
public interface FeatureDistance {

    /**
     * d^2(u, v) = kappa(u, u) + kappa(v, v) - 2 kappa(u, v), written without that cancellation.
     *
     * @param u unit vectors [n, d]
     * @param v unit vectors [n, d]
     * @return [n], >= 0 up to rounding
     */
    Tensor squared(Tensor u, Tensor v);

    /** |u - v|^2 of each row [n]. */
    static Tensor euclidean(Tensor u, Tensor v) {
        return u.minus(v).square().sum(-1);
    }

    /** Of a radial kernel exp(-r^2 / 2 sigma^2) with kappa(u, u) = 1, from r^2 [n]. */
    static Tensor radial(Tensor squared, double variance) {
        return squared.times(-0.5 / variance).expm1().times(-2);
    }
}
