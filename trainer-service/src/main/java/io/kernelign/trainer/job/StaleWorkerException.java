package io.kernelign.trainer.job;

/** Another worker has taken the job: this one must stop at once and write nothing more. */
public final class StaleWorkerException extends RuntimeException {

    StaleWorkerException(Lease lease) {
        super("attempt " + lease.attempt() + " of " + lease.job() + " no longer holds the job");
    }
}
