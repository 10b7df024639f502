package io.kernelign.trainer.work;

import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.training.EmbeddingFiles;
import java.util.Optional;

/**
 * The embeddings of every pair of a job's data sets, as far as the job needs them.
 *
 * @param evaluation of the data set that it is evaluated on, where that is one of its own
 */
record JobEmbeddings(Optional<EmbeddingFiles> training, Optional<EmbeddingFiles> evaluation) {

    static final JobEmbeddings NONE = new JobEmbeddings(Optional.empty(), Optional.empty());

    /** Without the data set's fit for a job that holds out a fold, which that has seen. */
    static JobEmbeddings of(JobSpec spec, EmbeddingFiles training, Optional<EmbeddingFiles> evaluation) {
        return new JobEmbeddings(Optional.of(spec.fold().isPresent() ? training.withoutFit() : training), evaluation);
    }
}
