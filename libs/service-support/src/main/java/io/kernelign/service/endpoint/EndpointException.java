package io.kernelign.service.endpoint;

/** An endpoint did not give what it was asked for; the message is a sentence for a person. */
public final class EndpointException extends RuntimeException {

    private final boolean passing;

    public EndpointException(String sentence) {
        super(sentence);
        passing = false;
    }

    EndpointException(String sentence, boolean passing, Throwable cause) {
        super(sentence, cause);
        this.passing = passing;
    }

    /** Whether it stayed away or overloaded for as long as it was waited for; another day it may answer. */
    public boolean passing() {
        return passing;
    }
}
