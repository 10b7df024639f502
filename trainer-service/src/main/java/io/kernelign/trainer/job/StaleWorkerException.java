package io.kernelign.trainer.job;

/** Another worker has taken the job, or what else it worked on: this one must stop at once and write nothing more. */
public final class StaleWorkerException extends RuntimeException {

    StaleWorkerException(Lease lease) {
        this(lease.job(), lease.attempt());
    }

    /** @param id of what it worked on */
    public StaleWorkerException(String id, int attempt) {
        super("attempt " + attempt + " of " + id + " no longer holds it");
    }
}
