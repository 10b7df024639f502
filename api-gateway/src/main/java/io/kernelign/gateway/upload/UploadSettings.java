package io.kernelign.gateway.upload;

import io.kernelign.service.start.RefusedStartException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How uploads are taken ({@code kernelign.uploads.*}).
 *
 * @param dir where their bytes lie until they are imported; one folder for all gateways
 * @param maxBytes largest upload, of several files all together
 * @param expiresAfter how long an upload that nobody goes on with is kept, and after its end what became of it
 * @param sweepEvery pause between two looks for what is to be removed
 */
@ConfigurationProperties("kernelign.uploads")
record UploadSettings(Path dir, long maxBytes, Duration expiresAfter, Duration sweepEvery) {

    UploadSettings {
        if (maxBytes < 1) {
            throw new RefusedStartException(
                    "kernelign.uploads.max-bytes is " + maxBytes + "; accepted is a whole number from 1.");
        }
        requirePositive("expires-after", expiresAfter);
        requirePositive("sweep-every", sweepEvery);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new RefusedStartException(
                    "kernelign.uploads." + name + " is " + value + "; accepted is a time above zero, such as 24h.");
        }
    }
}
