package io.kernelign.service.problem;

import java.util.Map;

/** The request is fine but does not fit the present state of what it addresses: HTTP 409. */
public final class ConflictException extends RuntimeException {

    private final transient Map<String, Object> details;

    /** @param sentence what stands in the way, for a person */
    public ConflictException(String sentence) {
        this(sentence, Map.of());
    }

    /** @param details members of the problem beside its sentence, for programs */
    public ConflictException(String sentence, Map<String, Object> details) {
        super(sentence);
        this.details = Map.copyOf(details);
    }

    Map<String, Object> details() {
        return details;
    }
}
