package io.kernelign.data.embedding;

/**
 * Whose embeddings of which texts.
 *
 * @param encoder its name
 * @param contentHash of the data set that the texts are of
 */
public record EmbeddingOrigin(String encoder, String contentHash) {

    @Override
    public String toString() {
        return encoder + "'s embeddings of the data set with the content hash " + contentHash;
    }
}
