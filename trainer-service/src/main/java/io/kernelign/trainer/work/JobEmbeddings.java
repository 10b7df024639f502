package io.kernelign.trainer.work;

import io.kernelign.trainer.training.EmbeddingFiles;
import java.util.Optional;

/**
 * The embeddings of every pair of a job's data sets, as far as the job needs them.
 *
 * @param evaluation of the data set that it is evaluated on, where that is one of its own
 */
record JobEmbeddings(Optional<EmbeddingFiles> training, Optional<EmbeddingFiles> evaluation) {

    static final JobEmbeddings NONE = new JobEmbeddings(Optional.empty(), Optional.empty());
}
