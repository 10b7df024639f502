/**
 * Texts as vectors: the port that sentence encoders stand behind, its in-process adapter, and the artifact in which
 * the embeddings of a data set are kept for whoever needs them again.
 */
package io.kernelign.selector.embedding;
