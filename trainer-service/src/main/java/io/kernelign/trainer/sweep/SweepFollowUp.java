package io.kernelign.trainer.sweep;

import io.kernelign.trainer.queue.JobFollowUp;
import org.springframework.stereotype.Component;

/** Takes a sweep further when a job of it has ended. */
@Component
class SweepFollowUp implements JobFollowUp {

    private final Sweeps sweeps;
    private final SweepConductor conductor;

    SweepFollowUp(Sweeps sweeps, SweepConductor conductor) {
        this.sweeps = sweeps;
        this.conductor = conductor;
    }

    @Override
    public void ended(String job) {
        sweeps.ofJob(job).ifPresent(conductor::advance);
    }
}
