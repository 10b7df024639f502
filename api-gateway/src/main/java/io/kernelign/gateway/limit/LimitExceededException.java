package io.kernelign.gateway.limit;

import java.time.Duration;
import java.util.Optional;

/** A tenant asks for more than it may at the moment: HTTP 429. */
final class LimitExceededException extends RuntimeException {

    private final transient Optional<Duration> retryAfter;

    /** @param retryAfter empty where waiting does not help */
    LimitExceededException(String sentence, Optional<Duration> retryAfter) {
        super(sentence);
        this.retryAfter = retryAfter;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
