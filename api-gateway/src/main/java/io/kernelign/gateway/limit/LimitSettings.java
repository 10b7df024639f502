package io.kernelign.gateway.limit;

import io.kernelign.service.start.RefusedStartException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What every tenant may that has no limits of its own, under {@code kernelign.limits}; parameters are those of {@link Limits}. */
@ConfigurationProperties("kernelign.limits")
record LimitSettings(Long requestsPerMinute, Long uploadBytesPerDay, Long storedBytes, Long unfinishedJobs) {

    LimitSettings {
        require("requests-per-minute", requestsPerMinute);
        require("upload-bytes-per-day", uploadBytesPerDay);
        require("stored-bytes", storedBytes);
        require("unfinished-jobs", unfinishedJobs);
    }

    private static void require(String name, Long value) {
        if (value != null && value < 1) {
            throw new RefusedStartException("kernelign.limits." + name + " is " + value
                    + "; accepted is a whole number from 1, or nothing for no limit.");
        }
    }

    Limits limits() {
        return new Limits(requestsPerMinute, uploadBytesPerDay, storedBytes, unfinishedJobs);
    }
}
