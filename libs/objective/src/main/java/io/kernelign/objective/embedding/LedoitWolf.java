package io.kernelign.objective.embedding;

import io.kernelign.torch.Tensor;
import java.util.Arrays;

/**
 * A covariance drawn towards a multiple of the identity by the share that minimises the expected squared error (Ledoit and
 * Wolf, 2004, Lemma 3.1 to 3.4).
 *
 * @param shrinkage the share, 0 to 1
 * @param mean mean variance, what the identity is multiplied by
 */
record LedoitWolf(double shrinkage, double mean) {

    private static final double LEAST = 1e-12;

    /**
     * @param centred observations [n, d] of mean 0, FLOAT64
     * @param covariance their covariance [d, d]
     */
    static LedoitWolf of(Tensor centred, Tensor covariance) {
        double n = centred.size(0);
        double d = centred.size(1);
        var squares = centred.square();
        double mean = squares.sum().item() / n / d;
        double fourth = squares.transpose(0, 1).matmul(squares).sum().item();
        double squared = covariance.square().sum().item();
        double delta = (squared - d * mean * mean) / d;
        double beta = Math.min((fourth / n - squared) / (d * n), delta);
        return new LedoitWolf(beta <= 0 ? 0 : beta / delta, mean);
    }

    /** Eigenvalues of the shrunk covariance, from those of the covariance; all positive. */
    double[] eigenvalues(double[] variances) {
        return Arrays.stream(variances)
                .map(variance -> Math.max((1 - shrinkage) * variance + shrinkage * mean, LEAST * mean))
                .toArray();
    }
}
