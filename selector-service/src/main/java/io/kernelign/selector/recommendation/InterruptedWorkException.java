package io.kernelign.selector.recommendation;

/** Work was laid down because this process ends, or the database is away; another attempt goes on with it. */
final class InterruptedWorkException extends RuntimeException {

    InterruptedWorkException(String id) {
        super(id + " is laid down: this process ends");
    }

    InterruptedWorkException(String id, Throwable cause) {
        super(id + " is laid down: " + cause.getMessage(), cause);
    }
}
