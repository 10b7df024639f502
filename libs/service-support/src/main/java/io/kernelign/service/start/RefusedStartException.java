package io.kernelign.service.start;

/** A service cannot start with what it was given; its message is the one sentence that a person needs. */
public class RefusedStartException extends RuntimeException {

    public RefusedStartException(String sentence) {
        super(sentence);
    }

    public RefusedStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
