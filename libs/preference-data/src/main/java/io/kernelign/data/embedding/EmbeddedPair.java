package io.kernelign.data.embedding;

/**
 * One pair of a file of embeddings; its texts are places among the file's vectors.
 *
 * @param line of the pair in the canonical file, from 0
 */
public record EmbeddedPair(int line, int prompt, int chosen, int rejected) {}
