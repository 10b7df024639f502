package io.kernelign.objective.embedding;

import io.kernelign.torch.Tensor;

/** Vectors by their direction. */
final class UnitVectors {

    /** Keeps the slope finite at the zero vector. */
    private static final double TINY = 1e-24;

    private UnitVectors() {}

    /** Each row [n, d] scaled to length 1. */
    static Tensor of(Tensor vectors) {
        return vectors.over(vectors.square().sum(-1).plus(TINY).sqrt().unsqueeze(-1));
    }

    /**
     * The same of embeddings [n, d] that come from elsewhere.
     *
     * @throws UnusableEmbeddingsException if they are not finite
     */
    static Tensor ofFinite(Tensor embeddings) {
        if (!Double.isFinite(embeddings.sum().item())) {
            throw new UnusableEmbeddingsException("The embeddings hold values that are not finite.");
        }
        return of(embeddings);
    }
}
