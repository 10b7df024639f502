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
        var key = folder(lease.job()) + lease.attempt() + "-" + step;
        try {
            blobs.put(key, file);
            try {
                writes.checkpoint(lease, key);
            } catch (StaleWorkerException e) {
                blobs.delete(key);
                throw e;
            }
            deleteAllBut(key, blobs, lease.job());
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops all that a job has. */
    static void deleteAll(BlobStore blobs, String job) throws IOException {
        deleteAllBut(null, blobs, job);
    }

    private static void deleteAllBut(String kept, BlobStore blobs, String job) throws IOException {
        for (var key : blobs.list(folder(job))) {
            if (!key.equals(kept)) {
                blobs.delete(key);
            }
        }
    }

    private static String folder(String job) {
        return "jobs/" + job + "/checkpoints/";
    }
}
