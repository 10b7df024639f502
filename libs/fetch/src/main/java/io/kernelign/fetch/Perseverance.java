package io.kernelign.fetch;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param silence how long it may say nothing before it counts as away
 * @param tries how often in a row something may fail that passes, before the fetch does
 * @param firstPause between the first two tries; doubled from try to try
 * @param longestPause the longest that is waited, also when the server asks for it
 */
public record Perseverance(Duration silence, int tries, Duration firstPause, Duration longestPause) {

    /** 6 tries within about half a minute, up to 5 minutes where the server asks for it. */
    public static final Perseverance USUAL =
            new Perseverance(Duration.ofSeconds(30), 6, Duration.ofSeconds(1), Duration.ofMinutes(5));
}
