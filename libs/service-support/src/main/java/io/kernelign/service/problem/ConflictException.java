package io.kernelign.service.problem;

/** The request is fine but does not fit the present state of what it addresses: HTTP 409. */
public final class ConflictException extends RuntimeException {

    /** @param sentence what stands in the way, for a person */
    public ConflictException(String sentence) {
        super(sentence);
    }
}
