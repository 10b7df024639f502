package io.kernelign.trainer.sweep;

import io.kernelign.contracts.JobEstimate;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.SweepEstimate;
import io.kernelign.contracts.SweepRequest;
import io.kernelign.search.Point;
import io.kernelign.search.Proposal;
import io.kernelign.search.Trial;
import io.kernelign.trainer.queue.Submission;
import io.kernelign.trainer.sweep.spec.SweepPlan;
import io.kernelign.trainer.sweep.spec.SweepSpecType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What a sweep would cost, from some of its trials. */
@Component
public class SweepCost {

    private static final int MOST_ESTIMATED = 16;

    private final SweepCheck check;
    private final SweepSpecType types;
    private final Submission jobs;

    SweepCost(SweepCheck check, SweepSpecType types, Submission jobs) {
        this.check = check;
        this.types = types;
        this.jobs = jobs;
    }

    /**
     * The same checks as before a sweep, and what it would cost.
     *
     * @throws io.kernelign.input.InvalidInputException with everything that is wrong with it
     */
    public SweepEstimate estimate(String tenant, SweepRequest request) {
        var plan = check.check(tenant, request);
        int trials = plan.trials();
        var estimates = chosen(plan).stream()
                .map(point -> new JobRequest(firstJob(plan, point), request.dataset(), request.evalDataset()))
                .map(job -> jobs.estimate(tenant, job))
                .toList();
        double scale = plan.course().search().runs() * plan.spec().jobsOfTrial() / estimates.size();
        return new SweepEstimate(
                types.write(plan.spec()),
                trials,
                trials * plan.spec().jobsOfTrial(),
                estimates.size(),
                scaled(scale, estimates, JobEstimate::steps),
                scaled(scale, estimates, JobEstimate::tokens),
                scaled(scale, estimates, JobEstimate::seconds),
                largest(estimates),
                estimates.stream()
                        .map(JobEstimate::note)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** A whole run; all of a trial's jobs cost about the same. */
    private static Map<String, Object> firstJob(SweepPlan plan, Point point) {
        return plan.jobs("estimated", 0, new Proposal(point, 1)).get(0);
    }

    /** Evenly among all that are tried where none has a score, which are those that depend on none. */
    private static List<Point> chosen(SweepPlan plan) {
        var search = plan.course().search();
        var trials = new ArrayList<Trial>();
        while (!search.isComplete(trials)) {
            trials.add(Trial.failed(search.next(trials).point()));
        }
        int estimated = Math.min(MOST_ESTIMATED, trials.size());
        return IntStream.range(0, estimated)
                .mapToObj(i ->
                        trials.get((int) ((long) i * trials.size() / estimated)).point())
                .toList();
    }

    private static Long scaled(double scale, List<JobEstimate> estimates, Function<JobEstimate, Long> figure) {
        var figures = estimates.stream().map(figure).toList();
        return figures.contains(null)
                ? null
                : Long.valueOf(Math.round(
                        scale * figures.stream().mapToLong(Long::longValue).sum()));
    }

    private static Long largest(List<JobEstimate> estimates) {
        var figures = estimates.stream().map(JobEstimate::memoryBytes).toList();
        return figures.contains(null)
                ? null
                : figures.stream().max(Long::compare).orElseThrow();
    }
}
