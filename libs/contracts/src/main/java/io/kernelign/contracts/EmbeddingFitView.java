package io.kernelign.contracts;

/**
 * What kernels on embeddings take from a data set; jobs whose objective reads these embeddings load it.
 *
 * @param key blob key of the file with the width, the covariance and its components
 * @param encoder name of the sentence encoder
 * @param pairs how many training pairs it was fitted to
 * @param dimension of each embedding
 * @param sigma width of a radial kernel where the objective names none: the median distance of two embeddings, 0 to 2
 */
public record EmbeddingFitView(String key, String encoder, long pairs, int dimension, double sigma) {}
