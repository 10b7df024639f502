package io.kernelign.training;

import io.kernelign.objective.embedding.EmbeddingSpread;
import java.util.Optional;

/** A frozen encoder's embeddings of pairs, by the pair's id. */
public interface PairEmbeddings {

    /** Of the prompt, the chosen and the rejected response: three vectors of one length. */
    float[][] of(String pair);

    /** How the embeddings of the data set lie, where that has been fitted before; empty to fit it to the training pairs. */
    default Optional<EmbeddingSpread> spread() {
        return Optional.empty();
    }
}
