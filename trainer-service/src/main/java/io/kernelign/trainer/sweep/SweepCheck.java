package io.kernelign.trainer.sweep;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.SweepRequest;
import io.kernelign.input.InvalidInputException;
import io.kernelign.trainer.queue.Submission;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.trainer.sweep.spec.SweepPlan;
import io.kernelign.trainer.sweep.spec.SweepRefusals;
import io.kernelign.trainer.sweep.spec.SweepSpecType;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a request into a plan whose trials are jobs, or into everything that is wrong with it. */
@Component
class SweepCheck {

    private final SweepSpecType sweeps;
    private final JobSpecType jobs;
    private final Submission submission;

    SweepCheck(SweepSpecType sweeps, JobSpecType jobs, Submission submission) {
        this.sweeps = sweeps;
        this.jobs = jobs;
        this.submission = submission;
    }

    /** @throws InvalidInputException with everything that is wrong with it */
    SweepPlan check(String tenant, SweepRequest request) {
        var refusals = new SweepRefusals(sweeps.read(request.spec()), jobs::read, sweeps.mostJobs());
        return refusals.plan(job -> first(tenant, request, job));
    }

    private JobSpec first(String tenant, SweepRequest request, Map<String, Object> job) {
        return submission
                .accept(tenant, new JobRequest(job, request.dataset(), request.evalDataset()))
                .spec();
    }
}
