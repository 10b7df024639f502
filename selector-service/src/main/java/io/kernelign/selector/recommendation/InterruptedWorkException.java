package io.kernelign.selector.recommendation;

/** Work was laid down because this process ends; another one goes on with it. */
final class InterruptedWorkException extends RuntimeException {

    InterruptedWorkException(String id) {
        super(id + " is laid down: this process ends");
    }
}
