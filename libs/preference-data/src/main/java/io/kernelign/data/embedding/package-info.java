/** The embeddings of a data set's texts as a file: written by whoever embeds, read by whoever measures or trains. */
package io.kernelign.data.embedding;
