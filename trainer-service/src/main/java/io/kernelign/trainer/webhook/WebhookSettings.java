package io.kernelign.trainer.webhook;

import io.kernelign.fetch.Perseverance;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How webhooks are sent ({@code kernelign.webhooks.*}).
 *
 * @param trustedHosts names or literal addresses of receivers that may be at an address which is not public, and without TLS
 * @param sslBundle of Spring Boot ({@code spring.ssl.bundle.*}), which says whose certificates are trusted; empty for those
 *     that Java trusts
 * @param timeout how long a receiver has to answer
 * @param tries how often a message is sent until it is taken
 * @param firstPause between the first two tries; doubled from try to try
 * @param longestPause between two tries
 * @param threads how many messages this process sends at the same time
 */
@ConfigurationProperties("kernelign.webhooks")
record WebhookSettings(
        Set<String> trustedHosts,
        String sslBundle,
        Duration timeout,
        int tries,
        Duration firstPause,
        Duration longestPause,
        int threads) {

    Perseverance perseverance() {
        return new Perseverance(timeout, tries, firstPause, longestPause);
    }

    /** @param tries that have failed */
    Duration pauseAfter(int tries) {
        var pause = firstPause;
        for (int i = 1; i < tries && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
