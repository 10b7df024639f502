package io.kernelign.metrics;

import io.kernelign.service.start.RefusedStartException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long points are kept ({@code kernelign.metrics.retention.*}).
 *
 * @param after a run's end its points are thinned; {@code null} for never
 * @param points of each curve that are kept then
 * @param sweepEvery pause between two looks for runs to thin
 */
@ConfigurationProperties("kernelign.metrics.retention")
record RetentionSettings(Duration after, int points, Duration sweepEvery) {

    private static final int MOST_POINTS = 10_000;

    RetentionSettings {
        if (after != null) {
            requirePositive("after", after);
        }
        requirePositive("sweep-every", sweepEvery);
        if (points < 0 || points == 1 || points > MOST_POINTS) {
            throw new RefusedStartException("kernelign.metrics.retention.points is " + points
                    + "; accepted is 0 or a whole number from 2 to " + MOST_POINTS + ".");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new RefusedStartException("kernelign.metrics.retention." + name + " is " + value
                    + "; accepted is a time above zero, such as 30d.");
        }
    }
}
