package io.kernelign.gateway.behind;

import org.springframework.web.client.RestClientException;

/** A service behind does not answer, or is not asked because it did not lately or has enough to do: HTTP 503. */
final class ServiceAwayException extends RestClientException {

    /** @param sentence for the caller */
    ServiceAwayException(String sentence) {
        super(sentence);
    }
}
