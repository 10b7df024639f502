package io.kernelign.trainer.webhook;

import io.kernelign.contracts.JobProgress;
import io.kernelign.contracts.JobState;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobChange;
import java.time.Instant;
import java.util.Map;

/**
 * What a message says, as Standard Webhooks has it.
 *
 * @param type as in {@code job.succeeded}
 */
record JobNews(String type, Instant timestamp, Data data) {

    /**
     * The job as it is by then.
     *
     * @param event id of the change in the job's log; the higher, the later
     */
    record Data(
            String id,
            long event,
            String name,
            JobState state,
            boolean paused,
            int attempt,
            String model,
            String datasetId,
            JobProgress progress,
            String error,
            Map<String, String> tags,
            Instant createdAt,
            Instant startedAt,
            Instant finishedAt) {}

    static JobNews of(Job job, JobChange change, long event, Instant now) {
        var view = job.view();
        var data = new Data(
                view.id(),
                event,
                view.name(),
                view.state(),
                view.paused(),
                view.attempt(),
                view.model(),
                view.datasetId(),
                view.progress(),
                view.error(),
                view.tags(),
                view.createdAt(),
                view.startedAt(),
                view.finishedAt());
        return new JobNews(change.type(), now, data);
    }
}
