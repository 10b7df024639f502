package io.kernelign.trainer.work;

import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.RunOpening;
import io.kernelign.objective.Objective;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.spec.JobSpec;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the outbox of each attempt. */
@Component
class MetricsOutboxes {

    private final MetricsApi api;
    private final Duration patience;

    MetricsOutboxes(MetricsApi api, @Value("${kernelign.trainer.metrics-patience}") Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    MetricsOutbox of(Job job) {
        return new MetricsOutbox(api, job.tenant(), job.id(), patience);
    }

    /** How long the end of a job waits for metrics-service. */
    Duration patience() {
        return patience;
    }

    /** What a run is opened with once its objective is chosen. */
    static RunOpening opening(Job job, Lease lease, JobSpec spec) {
        return new RunOpening(
                job.name(),
                spec.model(),
                job.dataset().id(),
                job.dataset().name(),
                lease.attempt(),
                Objective.TYPE.write(spec.objective().orElseThrow()),
                spec.tags());
    }
}
