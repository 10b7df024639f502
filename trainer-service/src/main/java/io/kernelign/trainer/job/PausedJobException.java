package io.kernelign.trainer.job;

/** A job is paused: whoever would work on it leaves it alone for now. */
public final class PausedJobException extends RuntimeException {

    public PausedJobException(String job) {
        super(job + " is paused");
    }
}
