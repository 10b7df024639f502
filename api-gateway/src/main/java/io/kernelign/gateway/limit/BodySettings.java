package io.kernelign.gateway.limit;

import io.kernelign.service.start.RefusedStartException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Bodies of requests that are no uploads ({@code kernelign.bodies.*}).
 *
 * @param maxBytes largest one; each is held in memory
 */
@ConfigurationProperties("kernelign.bodies")
record BodySettings(long maxBytes) {

    BodySettings {
        if (maxBytes < 1) {
            throw new RefusedStartException(
                    "kernelign.bodies.max-bytes is " + maxBytes + "; accepted is a whole number from 1.");
        }
    }
}
