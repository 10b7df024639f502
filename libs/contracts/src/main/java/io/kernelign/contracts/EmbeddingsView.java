package io.kernelign.contracts;

/**
 * Embeddings of every pair of a data set.
 *
 * @param encoder name of the sentence encoder
 * @param progress share of the work done, 0 to 1; 1 exactly when they are there
 * @param key blob key of the file of embeddings; {@code null} until they are there
 * @param fitKey blob key of what kernels take from them; {@code null} until they are there, and where none of the pairs is for
 *     training
 * @param error why the last try failed; {@code null} otherwise
 */
public record EmbeddingsView(String encoder, double progress, String key, String fitKey, String error) {}
