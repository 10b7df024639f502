package io.kernelign.hub;

/** A model could not be fetched, and trying again at once would not help; the message is one sentence that says why. */
public final class HubException extends RuntimeException {

    HubException(String message) {
        super(message);
    }

    HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
