package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.search.Trial;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.JobSpecType;
import io.kernelign.trainer.sweep.spec.SweptField.Ranged;
import io.kernelign.trainer.sweep.spec.SweptField.Sample;
import io.kernelign.training.HeldOutMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks of a sweep's spec whether its trials would be jobs: that there are fields of these names, that each takes its values,
 * that there are not too many trials, and that all of them report the metric. Every refusal names what to change in the
 * sweep's own spec.
 */
public final class SweepRefusals {

    private static final List<String> FIXED = List.of(
            "name", "dataset", "evalDataset", JobSpecType.WEBHOOK, SweepPlan.SWEEP_TAG, SweepPlan.TRIAL_TAG, Folds.TAG);
    private static final int MOST_COMBINATIONS = 5;
    private static final double HALF = 0.5;

    private final SweepSpec spec;
    private final JobReader jobs;
    private final int mostJobs;

    public SweepRefusals(SweepSpec spec, JobReader jobs, int mostJobs) {
        this.spec = spec;
        this.jobs = jobs;
        this.mostJobs = mostJobs;
    }

    /**
     * The plan, where nothing is to be refused.
     *
     * @param first reads the first job, and asks for whatever else a job needs
     * @throws InvalidInputException with what is to be refused
     */
    public SweepPlan plan(JobReader first) {
        refuse(fields());
        refuse(firstJob(first));
        var errors = new ArrayList<FieldError>();
        var settled = new ArrayList<SweptField>();
        for (int i = 0; i < spec.dimensions().size(); i++) {
            errors.addAll(values(i));
            settled.add(settled(i, errors));
        }
        refuse(errors);
        var plan = new SweepPlan(spec.over(settled));
        refuse(new SweepSize(plan, mostJobs).errors());
        if (spec.search().method() == SearchMethod.GRID && settled.size() > 1) {
            refuse(combinations(plan));
        }
        return plan;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    private List<FieldError> fields() {
        var errors = new ArrayList<FieldError>();
        if (spec.folds().isPresent() && spec.base().get(Folds.FOLD) != null) {
            errors.add(FieldError.unacceptable(
                    "base." + Folds.FOLD, spec.base().get(Folds.FOLD), "nothing beside folds, which holds out each"));
        }
        if (spec.base().containsKey(JobSpecType.WEBHOOK)) {
            errors.add(FieldError.unacceptable(
                    "base." + JobSpecType.WEBHOOK, "given", "nothing: of the jobs of a sweep nobody is told"));
        }
        if (spec.search().method().halves()) {
            new FieldPath(SweepPlan.SHARE)
                    .find(spec.base())
                    .ifPresent(value -> errors.add(FieldError.unacceptable(
                            "base." + SweepPlan.SHARE, value, "nothing: each rung has a share of its own")));
        }
        for (var tag : List.of(SweepPlan.SWEEP_TAG, SweepPlan.TRIAL_TAG, Folds.TAG)) {
            new FieldPath(tag)
                    .find(spec.base())
                    .ifPresent(value -> errors.add(
                            FieldError.unacceptable("base." + tag, value, "nothing: each trial gets this tag")));
        }
        for (int i = 0; i < spec.dimensions().size(); i++) {
            var field = spec.dimensions().get(i).field();
            var others = spec.dimensions().subList(0, i).stream().map(SweptField::field);
            if (fixed().contains(field) || new FieldPath(JobSpecType.WEBHOOK).touches(field)) {
                errors.add(FieldError.unacceptable(
                        place(i, "field"),
                        field,
                        "any field of a job but " + String.join(", ", fixed()) + ", in which all trials are alike"));
            } else if (others.anyMatch(new FieldPath(field)::touches)) {
                errors.add(FieldError.unacceptable(
                        place(i, "field"), field, "a field that no other dimension has, or has a part of"));
            }
        }
        return errors;
    }

    /** What the sweep itself settles, or compares its trials by. */
    private List<String> fixed() {
        var share = spec.search().method().halves() ? Stream.of(SweepPlan.SHARE) : Stream.<String>empty();
        return Stream.concat(FIXED.stream(), share).toList();
    }

    /** Each dimension at its first value, in a job of the first rung where there are rungs. */
    private Map<String, Object> firsts() {
        var firsts = new LinkedHashMap<String, Object>();
        spec.dimensions()
                .forEach(dimension ->
                        firsts.put(dimension.field(), dimension.samples().get(0).value()));
        if (spec.search().method().halves()) {
            firsts.put(SweepPlan.SHARE, 1.0 / spec.search().growth());
        }
        return firsts;
    }

    private Map<String, Object> jobWith(int dimension, Object value) {
        var values = firsts();
        values.put(spec.dimensions().get(dimension).field(), value);
        return SweepPlan.put(spec.base(), values);
    }

    private List<FieldError> firstJob(JobReader first) {
        try {
            var jobs = SweepPlan.jobs(spec, SweepPlan.put(spec.base(), firsts()), "first", 0, 1);
            return ofTrial(first.read(jobs.get(0)), "");
        } catch (InvalidInputException e) {
            return e.errors().stream().map(this::ofFirstJob).toList();
        }
    }

    /** What is wrong in a field that is varied, or in a part of it, is the dimension's; all else is the base's. */
    private FieldError ofFirstJob(FieldError error) {
        if (spec.folds().isPresent() && error.field().equals(Folds.FOLD)) {
            return FieldError.unacceptable(Folds.FIELD.name(), spec.folds().getAsInt(), error.accepted());
        }
        for (int i = 0; i < spec.dimensions().size(); i++) {
            if (new FieldPath(spec.dimensions().get(i).field()).touches(error.field())) {
                return of(i, spec.dimensions().get(i).samples().get(0), error);
            }
        }
        return new InvalidInputException(error).under("base").errors().get(0);
    }

    private FieldError of(int dimension, Sample sample, FieldError error) {
        var plain = FieldError.unacceptable(place(dimension, sample.place()), sample.value(), error.accepted());
        var message = plain.field() + " puts " + plain.found() + " into "
                + spec.dimensions().get(dimension).field() + ": " + error.message();
        return new FieldError(plain.field(), plain.found(), plain.accepted(), message);
    }

    static String place(int dimension, String field) {
        return "dimensions[" + dimension + "]." + field;
    }

    /** The first value of each dimension has been asked about. */
    private List<FieldError> values(int dimension) {
        var swept = spec.dimensions().get(dimension);
        var errors = new ArrayList<FieldError>();
        for (var sample : swept.samples().subList(1, swept.samples().size())) {
            try {
                var job = jobs.read(jobWith(dimension, sample.value()));
                errors.addAll(ofTrial(job, ", and with " + swept.field() + " " + sample.value() + " it is not"));
            } catch (InvalidInputException e) {
                e.errors().forEach(error -> errors.add(of(dimension, sample, error)));
            }
        }
        return errors;
    }

    private List<FieldError> ofTrial(JobSpec job, String where) {
        var errors = new ArrayList<>(unreported(job, where));
        errors.addAll(tooShort(job));
        return errors;
    }

    /** Rungs that end at the same step would tell the same twice; what a number of epochs comes to is not known yet. */
    private List<FieldError> tooShort(JobSpec job) {
        int steps = job.training().steps();
        if (!spec.search().method().halves()
                || steps == 0
                || steps >= spec.search().growth()) {
            return List.of();
        }
        return List.of(FieldError.unacceptable(
                "search.rungs",
                spec.search().rungs(),
                "fewer for a training of " + steps + " steps, so that each rung ends at a step of its own"));
    }

    private List<FieldError> unreported(JobSpec job, String where) {
        var reported = HeldOutMetric.reportedWith(job.objective());
        if (reported.contains(spec.metric().figure())) {
            return List.of();
        }
        var names = reported.stream().map(HeldOutMetric::text).collect(Collectors.joining(", "));
        return List.of(FieldError.unacceptable(
                "metric.name", spec.metric().name(), "what every trial reports" + where + ": one of " + names));
    }

    /** Asks the field for a number between two whole ones, where the spec does not say whether it takes them. */
    private SweptField settled(int dimension, List<FieldError> errors) {
        if (!(spec.dimensions().get(dimension) instanceof Ranged range)
                || range.whole().orElse(false)) {
            return spec.dimensions().get(dimension);
        }
        boolean wholeBounds = range.from() == Math.rint(range.from()) && range.to() == Math.rint(range.to());
        boolean onlyWhole = wholeBounds && !isJob(jobWith(dimension, range.from() + HALF));
        if (onlyWhole && range.whole().isPresent()) {
            errors.add(FieldError.unacceptable(
                    place(dimension, "whole"), false, "true, since " + range.field() + " takes whole numbers only"));
        }
        return range.whole(onlyWhole);
    }

    private boolean isJob(Map<String, Object> job) {
        return refusal(job).isEmpty();
    }

    private List<FieldError> combinations(SweepPlan plan) {
        var errors = new ArrayList<FieldError>();
        var grid = plan.course().search();
        var earlier = new ArrayList<Trial>();
        while (earlier.size() < grid.trials() && errors.size() < MOST_COMBINATIONS) {
            var point = grid.next(earlier).point();
            refusal(plan.job(point)).ifPresent(error -> {
                var values = plan.values(point);
                var plain = FieldError.unacceptable("dimensions", values, error.accepted());
                errors.add(new FieldError(
                        plain.field(),
                        plain.found(),
                        plain.accepted(),
                        "dimensions lead to a job with " + values + ": " + error.message()));
            });
            earlier.add(Trial.running(point));
        }
        return errors;
    }

    private Optional<FieldError> refusal(Map<String, Object> job) {
        try {
            jobs.read(job);
            return Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.of(e.errors().get(0));
        }
    }
}
