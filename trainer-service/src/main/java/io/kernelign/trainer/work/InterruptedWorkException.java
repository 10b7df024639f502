package io.kernelign.trainer.work;

/** A job was laid down before its end, for another worker to go on; to the queue this is a failed execution. */
public final class InterruptedWorkException extends RuntimeException {

    InterruptedWorkException(String job, String reason) {
        super(job + " is laid down: " + reason);
    }

    InterruptedWorkException(String job, Throwable cause) {
        super(job + " is laid down: " + cause.getMessage(), cause);
    }
}
