package io.kernelign.trainer.work;

import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.job.StaleWorkerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkpoints of one attempt in the blob store; only the newest is kept. */
final class Checkpoints {

    private final BlobStore blobs;
    private final JobWrites writes;
    private final Lease lease;

    Checkpoints(BlobStore blobs, JobWrites writes, Lease lease) {
        this.blobs = blobs;
        this.writes = writes;
        this.lease = lease;
    }

    /** Stores a checkpoint, makes it the job's, and only then drops the others and the file. */
    void store(long step, Path file) {
        var key = folder() + lease.attempt() + "-" + step;
        try {
            blobs.put(key, file);
            try {
                writes.checkpoint(lease, key);
            } catch (StaleWorkerException e) {
                blobs.delete(key);
                throw e;
            }
            deleteAllBut(key);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model is made: there is nothing left to go on from. */
    void deleteAll() throws IOException {
        deleteAllBut(null);
    }

    private void deleteAllBut(String kept) throws IOException {
        for (var key : blobs.list(folder())) {
            if (!key.equals(kept)) {
                blobs.delete(key);
            }
        }
    }

    private String folder() {
        return "jobs/" + lease.job() + "/checkpoints/";
    }
}
