package io.kernelign.trainer.work;

/** A job was laid down before its end, for another worker to go on; to the queue this is a failed execution. */
public final class InterruptedWorkException extends RuntimeException {

    private final boolean makesRoom;

    public InterruptedWorkException(String job, String reason) {
        this(job, reason, false, null);
    }

    InterruptedWorkException(String job, Throwable cause) {
        this(job, cause.getMessage(), false, cause);
    }

    private InterruptedWorkException(String job, String reason, boolean makesRoom, Throwable cause) {
        super(job + " is laid down: " + reason, cause);
        this.makesRoom = makesRoom;
    }

    static InterruptedWorkException makingRoom(String job) {
        return new InterruptedWorkException(job, "it makes room for another", true, null);
    }

    /** Whether it waits for its tenant's turn again, so that nobody goes on with it at once. */
    boolean makesRoom() {
        return makesRoom;
    }
}
