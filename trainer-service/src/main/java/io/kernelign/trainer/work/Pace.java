package io.kernelign.trainer.work;

import java.time.Duration;
import java.time.Instant;

/** Tells the time left from the steps that this worker has done itself. */
final class Pace {

    private Instant since;
    private long first;

    /** Seconds until the last step; {@code null} at the first step that is heard of. */
    Long secondsLeft(long step, long total, Instant now) {
        if (since == null) {
            since = now;
            first = step;
            return null;
        }
        var perStep = (double) Duration.between(since, now).toMillis() / (step - first);
        return Math.round(perStep * (total - step) / 1000);
    }
}
