package io.kernelign.gateway.behind;

import io.kernelign.service.start.RefusedStartException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many requests may wait for one service at the same time ({@code kernelign.calls.*}).
 *
 * @param atOnce for answers that are there soon
 * @param longAtOnce for those that last, of each kind
 */
@ConfigurationProperties("kernelign.calls")
record CallSettings(int atOnce, int longAtOnce) {

    CallSettings {
        requirePositive("at-once", atOnce);
        requirePositive("long-at-once", longAtOnce);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new RefusedStartException(
                    "kernelign.calls." + name + " is " + value + "; accepted is a whole number from 1.");
        }
    }
}
