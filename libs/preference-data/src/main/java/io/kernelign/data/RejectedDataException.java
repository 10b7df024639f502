package io.kernelign.data;

/** Too many rows of a data set are bad; the report says which and why. */
public final class RejectedDataException extends RuntimeException {

    private final transient ImportReport report;

    RejectedDataException(String message, ImportReport report) {
        super(message);
        this.report = report;
    }

    public ImportReport report() {
        return report;
    }
}
