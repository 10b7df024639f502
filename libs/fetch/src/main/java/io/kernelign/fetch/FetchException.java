package io.kernelign.fetch;

/** Something could not be fetched, and trying again at once would not help; the message is one sentence that says why. */
public final class FetchException extends RuntimeException {

    public FetchException(String message) {
        super(message);
    }

    public FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
