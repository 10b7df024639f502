package io.kernelign.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A server says that it cannot answer now. */
final class TryAgainException extends IOException {

    private final transient Optional<Duration> after;

    /** @param after how long it asks to wait */
    TryAgainException(String sentence, Optional<Duration> after) {
        super(sentence);
        this.after = after;
    }

    Optional<Duration> after() {
        return after;
    }
}
