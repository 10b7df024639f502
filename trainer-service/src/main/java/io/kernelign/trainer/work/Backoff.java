package io.kernelign.trainer.work;

import java.time.Duration;

/** Waits that double from one try to the next, up to a limit. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    /** How long to wait now. */
    Duration next() {
        var wait = next;
        next = wait.multipliedBy(2).compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : LONGEST;
        return wait;
    }

    /** A try went well. */
    void reset() {
        next = FIRST;
    }
}
