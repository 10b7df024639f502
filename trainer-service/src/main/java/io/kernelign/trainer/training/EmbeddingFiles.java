package io.kernelign.trainer.training;

import io.kernelign.data.embedding.EmbeddingOrigin;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The embeddings of a data set.
 *
 * @param vectors of every pair
 * @param fit what kernels take from them; empty to fit it to the training pairs
 */
public record EmbeddingFiles(EmbeddingOrigin origin, Path vectors, Optional<Path> fit) {

    /** The same, to be fitted to the training pairs. */
    public EmbeddingFiles withoutFit() {
        return new EmbeddingFiles(origin, vectors, Optional.empty());
    }
}
