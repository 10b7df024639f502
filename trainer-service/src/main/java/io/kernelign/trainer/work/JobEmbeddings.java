package io.kernelign.trainer.work;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Files of embeddings of every pair of a job's data sets, as far as the job needs them.
 *
 * @param evaluation of the data set that it is evaluated on, where that is one of its own
 */
record JobEmbeddings(Optional<Path> training, Optional<Path> evaluation) {

    static final JobEmbeddings NONE = new JobEmbeddings(Optional.empty(), Optional.empty());
}
