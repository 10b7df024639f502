package io.kernelign.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The hub says that it cannot answer now. */
final class TryAgainException extends IOException {

    private final transient Optional<Duration> after;

    /** @param after how long the hub asks to wait */
    TryAgainException(String sentence, Optional<Duration> after) {
        super(sentence);
        this.after = after;
    }

    Optional<Duration> after() {
        return after;
    }
}
