package io.kernelign.trainer.sweep;

import io.kernelign.contracts.TaskState;
import io.kernelign.trainer.job.JobCancellation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancelling: nothing begins any more, and what runs is cancelled as jobs are. */
@Component
public class SweepCancellation {

    private final Sweeps sweeps;
    private final SweepTrials trials;
    private final SweepReading reading;
    private final JobCancellation jobs;

    SweepCancellation(Sweeps sweeps, SweepTrials trials, SweepReading reading, JobCancellation jobs) {
        this.sweeps = sweeps;
        this.trials = trials;
        this.reading = reading;
        this.jobs = jobs;
    }

    /** Harmless when the sweep has ended. */
    @Transactional
    public void cancel(String tenant, String id) {
        var sweep = reading.find(tenant, id).id();
        if (!sweeps.lock(sweep).ended()) {
            sweeps.advance(sweep, TaskState.CANCELLED, null);
            trials.unendedJobs(sweep).forEach(jobs::cancel);
        }
    }
}
