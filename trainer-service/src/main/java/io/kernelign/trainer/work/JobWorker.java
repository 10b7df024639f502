package io.kernelign.trainer.work;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobLifecycle;
import io.kernelign.trainer.job.JobTakeover;
import io.kernelign.trainer.job.JobTakeover.Taken;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Jobs;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.job.PausedJobException;
import io.kernelign.trainer.job.StaleWorkerException;
import io.kernelign.trainer.meter.EndMeters;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Takes a job from wherever it stands to its end, and decides what each way of not getting there means. */
@Component
public class JobWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private final WorkerName name;
    private final JobTakeover takeover;
    private final Jobs jobs;
    private final JobWrites writes;
    private final JobStages stages;
    private final MetricsOutboxes outboxes;
    private final EndMeters ends;

    JobWorker(
            WorkerName name,
            JobTakeover takeover,
            Jobs jobs,
            JobWrites writes,
            JobStages stages,
            MetricsOutboxes outboxes,
            EndMeters ends) {
        this.name = name;
        this.takeover = takeover;
        this.jobs = jobs;
        this.writes = writes;
        this.stages = stages;
        this.outboxes = outboxes;
        this.ends = ends;
    }

    /**
     * Works on a job until it has ended.
     *
     * @param shuttingDown whether this process is about to end
     * @throws InterruptedWorkException when the job was laid down and another worker has to go on
     * @throws PausedJobException when it is to rest
     * @throws StaleWorkerException when another worker has taken it already
     */
    public void run(String id, BooleanSupplier shuttingDown) {
        try (var told = MDC.putCloseable("job", id)) {
            takeover.take(id, name.value()).ifPresent(taken -> {
                var job = jobs.findById(id).orElseThrow();
                try (var metrics = outboxes.of(job)) {
                    run(job, taken, metrics, shuttingDown);
                }
            });
        }
    }

    private void run(Job job, Taken taken, MetricsOutbox metrics, BooleanSupplier shuttingDown) {
        var lease = taken.lease();
        switch (taken.pickup()) {
            case WORK -> work(job, lease, metrics, shuttingDown);
            case CANCEL -> end(lease, metrics, JobState.CANCELLED, null);
            case GIVE_UP -> {
                var reason = "its worker died " + JobLifecycle.MOST_DEATHS + " times";
                end(lease, metrics, JobState.FAILED, reason);
            }
            case REST, LEAVE -> throw new IllegalStateException("a job that is left alone is not taken");
        }
    }

    private void work(Job job, Lease lease, MetricsOutbox metrics, BooleanSupplier shuttingDown) {
        try {
            stages.run(job, lease, metrics, new StopSignal(() -> writes.wish(lease), shuttingDown));
            ends.count(JobState.SUCCEEDED);
        } catch (StaleWorkerException e) {
            LOG.warn("{}; stopping", e.getMessage());
            throw e;
        } catch (WorkStoppedException e) {
            switch (e.wish()) {
                case CANCEL -> end(lease, metrics, JobState.CANCELLED, null);
                case PAUSE -> {
                    writes.rest(lease);
                    throw new PausedJobException(lease.job());
                }
                case YIELD -> {
                    writes.makeRoom(lease);
                    throw new InterruptedWorkException(lease.job(), "it makes room for another");
                }
                case SHUTDOWN -> throw layDown(lease);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw layDown(lease);
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            if (Trouble.passes(e)) {
                throw new InterruptedWorkException(lease.job(), e);
            }
            LOG.error("{} failed", lease.job(), e);
            end(lease, metrics, JobState.FAILED, Trouble.sentence(e));
        }
    }

    private void end(Lease lease, MetricsOutbox metrics, JobState state, String error) {
        writes.end(lease, state, error);
        ends.count(state);
        metrics.end(new RunOutcome(lease.attempt(), state.json(), error == null ? Map.of() : Map.of("error", error)));
    }

    private InterruptedWorkException layDown(Lease lease) {
        writes.release(lease);
        return new InterruptedWorkException(lease.job(), "this process ends");
    }
}
