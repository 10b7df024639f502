package io.kernelign.objective.embedding;

/** Embeddings from which no semantic signal can be read; the message says why. */
public final class UnusableEmbeddingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableEmbeddingsException(String message) {
        super(message);
    }
}
