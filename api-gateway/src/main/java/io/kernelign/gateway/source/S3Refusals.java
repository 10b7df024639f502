package io.kernelign.gateway.source;

import io.kernelign.fetch.FetchException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Why S3 does not give something: one sentence each. */
final class S3Refusals {

    private S3Refusals() {}

    /** Whether it is worth another try. */
    static boolean mayPass(SdkException e) {
        return !(e instanceof SdkServiceException service)
                || service.isThrottlingException()
                || service.statusCode() >= 500;
    }

    /** @param wanted as a sentence names it */
    static FetchException of(Object wanted, SdkException e) {
        if (mayPass(e)) {
            return new FetchException(wanted + " cannot be read: " + e.getMessage(), e);
        }
        int status = ((SdkServiceException) e).statusCode();
        var reason =
                switch (status) {
                    case 401, 403 -> ": the service may not read it";
                    case 404 -> ": it is not there";
                    case 412 -> ": it was changed while it was fetched";
                    case 416 -> ": it is shorter than it was";
                    default -> "";
                };
        return new FetchException("S3 answers " + status + " for " + wanted + reason, e);
    }
}
