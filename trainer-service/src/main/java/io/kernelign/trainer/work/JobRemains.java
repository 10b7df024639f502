package io.kernelign.trainer.work;

import io.kernelign.contracts.JobState;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Drops from the blob store what only a job that goes on could use. */
@Component
public class JobRemains {

    private final Jobs jobs;
    private final BlobStore blobs;

    JobRemains(Jobs jobs, BlobStore blobs) {
        this.jobs = jobs;
        this.blobs = blobs;
    }

    /** To be called for a job that has ended, until it returns. The newest checkpoint of one that came to no result stays. */
    public void drop(String id) {
        try {
            PilotFiles.deleteAll(blobs, id);
            if (jobs.findById(id).orElseThrow().state() == JobState.SUCCEEDED) {
                Checkpoints.deleteAll(blobs, id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
