package io.kernelign.trainer.sweep;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.SweepRequest;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.job.Ids;
import io.kernelign.trainer.queue.Submission;
import io.kernelign.trainer.queue.Submissions;
import io.kernelign.trainer.queue.Submitter;
import io.kernelign.trainer.sweep.spec.SweepPlan;
import io.kernelign.trainer.sweep.spec.SweepSpecType;
import io.kernelign.trainer.sweep.spec.SweptField;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns a request into a queued sweep, or into the list of everything that is wrong with it and nothing else. */
@Component
public class SweepSubmission {

    private final SweepCheck check;
    private final SweepSpecType types;
    private final Submission jobs;
    private final Sweeps sweeps;
    private final SweepQueue queue;
    private final Submissions submissions;

    SweepSubmission(
            SweepCheck check,
            SweepSpecType types,
            Submission jobs,
            Sweeps sweeps,
            SweepQueue queue,
            Submissions submissions) {
        this.check = check;
        this.types = types;
        this.jobs = jobs;
        this.sweeps = sweeps;
        this.queue = queue;
        this.submissions = submissions;
    }

    /**
     * @return the sweep's id, which the same request may have made before
     * @throws InvalidInputException when the spec or a job that it leads to cannot be accepted
     * @throws ConflictException when its first trial cannot fit this worker's memory or disk, or its key belongs to another
     *     request
     */
    public String submit(Submitter submitter, SweepRequest request) {
        return submissions.earlier(submitter, request.spec()).orElseGet(() -> begin(submitter, request));
    }

    private String begin(Submitter submitter, SweepRequest request) {
        var tenant = submitter.tenant();
        var plan = check.check(tenant, request);
        var resolved = new SweepRequest(types.write(plan.spec()), request.dataset(), request.evalDataset());
        var first = plan.jobs("first", 0, plan.course().next(List.of()).orElseThrow())
                .get(0);
        var accepted = jobs.accept(tenant, new JobRequest(first, request.dataset(), request.evalDataset()));
        jobs.requireRoom(accepted);
        return submissions.once(submitter, request.spec(), () -> {
            jobs.hold(accepted);
            var id = Ids.next("sweep");
            sweeps.insert(id, tenant, name(plan), resolved);
            queue.add(id);
            return id;
        });
    }

    private static String name(SweepPlan plan) {
        var given = plan.spec().name();
        return given != null
                ? given
                : "sweep of "
                        + plan.spec().dimensions().stream()
                                .map(SweptField::field)
                                .collect(Collectors.joining(", "));
    }
}
