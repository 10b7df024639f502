package io.kernelign.trainer.work;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobData;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.training.EmbeddingFiles;
import io.kernelign.trainer.training.JobTraining;
import io.kernelign.trainer.training.PairFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a job's training reads, as files. */
@Component
class JobFiles {

    private final BlobStore blobs;

    JobFiles(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * @param embeddings what an external semantic signal reads
     * @param folder empty
     */
    JobTraining training(
            Job job, JobSpec spec, JobEmbeddings embeddings, WorkFolder folder, Optional<PeftFiles> adapter)
            throws IOException {
        return new JobTraining(
                spec,
                pairs(job.data().training(), embeddings.training()),
                heldOut(job.data(), embeddings),
                folder.path(),
                adapter,
                checkpoint(job.checkpointKey()));
    }

    private Optional<PairFile> heldOut(JobData data, JobEmbeddings embeddings) throws IOException {
        return data.evaluation() == null
                ? Optional.empty()
                : Optional.of(pairs(data.evaluation(), embeddings.evaluation()));
    }

    private PairFile pairs(DatasetRef dataset, Optional<EmbeddingFiles> embeddings) throws IOException {
        return new PairFile(blobs.localPath(dataset.pairsKey()), embeddings);
    }

    private Optional<Path> checkpoint(String key) throws IOException {
        return key == null ? Optional.empty() : Optional.of(blobs.localPath(key));
    }
}
