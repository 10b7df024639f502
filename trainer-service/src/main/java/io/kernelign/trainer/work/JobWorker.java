package io.kernelign.trainer.work;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.RunOutcome;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobLifecycle;
import io.kernelign.trainer.job.JobLifecycle.Pickup;
import io.kernelign.trainer.job.JobStanding;
import io.kernelign.trainer.job.JobTakeover;
import io.kernelign.trainer.job.JobTakeover.Taken;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Jobs;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.job.PausedJobException;
import io.kernelign.trainer.job.StaleWorkerException;
import io.kernelign.trainer.meter.EndMeters;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Takes a job from wherever it stands to its end, and decides what each way of not getting there means. */
@Component
public class JobWorker implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private final WorkerName name;
    private final JobTakeover takeover;
    private final Jobs jobs;
    private final JobWrites writes;
    private final JobEvents events;
    private final JobStages stages;
    private final MetricsOutboxes outboxes;
    private final EndMeters ends;

    JobWorker(
            WorkerName name,
            JobTakeover takeover,
            Jobs jobs,
            JobWrites writes,
            JobEvents events,
            JobStages stages,
            MetricsOutboxes outboxes,
            EndMeters ends) {
        this.name = name;
        this.takeover = takeover;
        this.jobs = jobs;
        this.writes = writes;
        this.events = events;
        this.stages = stages;
        this.outboxes = outboxes;
        this.ends = ends;
    }

    @Override
    public boolean is(String id) {
        return jobs.existsById(id);
    }

    @Override
    public JobStanding standing(String id) {
        return takeover.standing(id);
    }

    @Override
    public void tell(String id, String message) {
        events.append(id, "cluster", message);
    }

    @Override
    public void run(String id, BooleanSupplier shuttingDown) {
        take(id, (taken, metrics) -> {
            switch (taken.pickup()) {
                case WORK -> work(jobs.findById(id).orElseThrow(), taken.lease(), metrics, shuttingDown);
                case GIVE_UP -> fail(taken.lease(), metrics, "its worker died " + JobLifecycle.MOST_DEATHS + " times");
                case CANCEL, REST, LEAVE -> throw new IllegalStateException("a job that is left alone is not taken");
            }
        });
    }

    @Override
    public void giveUp(String id, String reason) {
        take(id, (taken, metrics) -> fail(taken.lease(), metrics, reason));
    }

    /** Takes a job unless it has ended; one that is to be cancelled is ended with that. */
    private void take(String id, BiConsumer<Taken, MetricsOutbox> then) {
        try (var told = MDC.putCloseable("job", id)) {
            takeover.take(id, name.value()).ifPresent(taken -> {
                try (var metrics = outboxes.of(jobs.findById(id).orElseThrow())) {
                    if (taken.pickup() == Pickup.CANCEL) {
                        end(taken.lease(), metrics, JobState.CANCELLED, null);
                    } else {
                        then.accept(taken, metrics);
                    }
                }
            });
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
                    throw InterruptedWorkException.makingRoom(lease.job());
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
            fail(lease, metrics, Trouble.sentence(e));
        }
    }

    private void fail(Lease lease, MetricsOutbox metrics, String reason) {
        end(lease, metrics, JobState.FAILED, reason);
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
