package io.kernelign.gateway.limit;

/** The body of a request that is no upload is larger than it may be: HTTP 413. */
final class LargeBodyException extends RuntimeException {

    /** @param limit in bytes */
    LargeBodyException(long limit) {
        super("The body of this request is larger than the limit of " + limit + " bytes.");
    }
}
