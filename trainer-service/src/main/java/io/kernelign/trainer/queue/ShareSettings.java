package io.kernelign.trainer.queue;

import io.kernelign.service.start.RefusedStartException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What every tenant has of the workers that has no share of its own, under {@code kernelign.limits}.
 *
 * @param runningJobs {@code null} for no limit
 */
@ConfigurationProperties("kernelign.limits")
record ShareSettings(Integer runningJobs) {

    ShareSettings {
        if (runningJobs != null && runningJobs < 1) {
            throw new RefusedStartException("kernelign.limits.running-jobs is " + runningJobs
                    + "; accepted is a whole number from 1, or nothing for no limit.");
        }
    }

    int mostRunning() {
        return runningJobs == null ? Integer.MAX_VALUE : runningJobs;
    }
}
