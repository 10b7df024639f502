package io.kernelign.service.problem;

/** What was asked for is not there, or belongs to another tenant: HTTP 404. */
public final class NotFoundException extends RuntimeException {

    /** @param kind what was looked for, as a noun: "data set" */
    public NotFoundException(String kind, String id) {
        super("There is no " + kind + " with the id " + id + ".");
    }
}
