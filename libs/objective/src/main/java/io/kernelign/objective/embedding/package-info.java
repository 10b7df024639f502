/** The semantic signal: what embeddings of prompt and responses say about a pair. */
package io.kernelign.objective.embedding;
