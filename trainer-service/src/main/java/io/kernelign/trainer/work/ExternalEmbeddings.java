package io.kernelign.trainer.work;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.EmbeddingsApi;
import io.kernelign.contracts.EmbeddingsView;
import io.kernelign.data.embedding.EmbeddingOrigin;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.training.EmbeddingFiles;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The embeddings that an external semantic signal reads: asks the selector for them and waits. */
@Component
class ExternalEmbeddings {

    private final EmbeddingsApi selector;
    private final BlobStore blobs;
    private final JobEvents events;
    private final Patience patience;

    ExternalEmbeddings(EmbeddingsApi selector, BlobStore blobs, JobEvents events, Patience patience) {
        this.selector = selector;
        this.blobs = blobs;
        this.events = events;
        this.patience = patience;
    }

    /** Local files of the embeddings of every pair of one of a job's data sets. */
    EmbeddingFiles of(Job job, DatasetRef dataset, Lease lease, StopSignal stop)
            throws InterruptedException, IOException {
        var view = ask(job, dataset, lease, stop);
        if (view.key() == null) {
            events.append(
                    lease, "embedding", "Waiting for the embeddings of the data set " + dataset.name() + ".", Map.of());
        }
        while (view.key() == null) {
            if (view.error() != null) {
                throw new IllegalStateException("the selector could not embed the data set: " + view.error());
            }
            Thread.sleep(Patience.POLL_MILLIS);
            view = ask(job, dataset, lease, stop);
        }
        return new EmbeddingFiles(
                new EmbeddingOrigin(view.encoder(), dataset.contentHash()),
                blobs.localPath(view.key()),
                view.fitKey() == null ? Optional.empty() : Optional.of(blobs.localPath(view.fitKey())));
    }

    private EmbeddingsView ask(Job job, DatasetRef dataset, Lease lease, StopSignal stop) throws InterruptedException {
        return patience.answer(lease, stop, () -> selector.embeddings(job.tenant(), dataset));
    }
}
