package io.kernelign.trainer.sweep.spec;

import io.kernelign.input.FieldError;
import io.kernelign.search.Axis;
import io.kernelign.search.Bracket;
import io.kernelign.search.GridSearch;
import io.kernelign.trainer.sweep.spec.SweptField.Ranged;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a sweep has a number of trials, and not too many; a grid is counted, never built.
 *
 * @param plan whose dimensions know whether they are whole
 */
record SweepSize(SweepPlan plan, int mostJobs) {

    List<FieldError> errors() {
        if (plan.spec().search().method() == SearchMethod.GRID) {
            return grid();
        }
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < plan.spec().dimensions().size(); i++) {
            if (plan.spec().dimensions().get(i) instanceof Ranged range
                    && range.points().isPresent()) {
                errors.add(FieldError.unacceptable(
                        SweepRefusals.place(i, "points"), range.points().getAsInt(), "nothing without method grid"));
            }
        }
        errors.addAll(plan.spec().search().method().halves() ? halving() : drawn());
        return errors;
    }

    private List<FieldError> drawn() {
        var errors = new ArrayList<FieldError>();
        int jobs = plan.spec().search().trials() * plan.spec().jobsOfTrial();
        if (jobs > mostJobs) {
            errors.add(FieldError.unacceptable(
                    "search.trials",
                    plan.spec().search().trials(),
                    "at most " + mostJobs / plan.spec().jobsOfTrial() + " with so many folds"));
        }
        long points = plan.space().size();
        if (plan.spec().search().trials() > points) {
            errors.add(FieldError.unacceptable(
                    "search.trials",
                    plan.spec().search().trials(),
                    "at most " + points + ", since the dimensions have no more combinations; grid tries each"));
        }
        return errors;
    }

    private List<FieldError> halving() {
        var search = plan.spec().search();
        var errors = new ArrayList<FieldError>();
        long jobs = search.brackets().stream().mapToLong(Bracket::trials).sum()
                * plan.spec().jobsOfTrial();
        if (jobs > mostJobs) {
            errors.add(
                    extent("fewer: all rungs together are " + jobs + " jobs, and a sweep may be at most " + mostJobs));
        }
        long drawn = search.brackets().stream().mapToLong(Bracket::points).sum();
        long points = plan.space().size();
        if (drawn > points) {
            errors.add(extent(
                    "fewer: " + drawn + " points would be drawn, and the dimensions have " + points + " combinations"));
        }
        return errors;
    }

    /** What says how much a search that halves tries. */
    private FieldError extent(String accepted) {
        var search = plan.spec().search();
        return search.method() == SearchMethod.HYPERBAND
                ? FieldError.unacceptable("search.rungs", search.rungs(), accepted)
                : FieldError.unacceptable("search.trials", search.trials(), accepted);
    }

    private List<FieldError> grid() {
        var dimensions = plan.spec().dimensions();
        var errors = new ArrayList<FieldError>();
        var axes = new ArrayList<Axis>();
        for (int i = 0; i < dimensions.size(); i++) {
            var axis = dimensions.get(i).axis();
            if (axis.isEmpty()) {
                errors.add(FieldError.missing(
                        SweepRefusals.place(i, "points"),
                        "how many numbers the grid tries between from and to, 2 or more"));
            } else if (dimensions.get(i) instanceof Ranged range
                    && range.points().isPresent()
                    && !axis.get().distinct()) {
                errors.add(FieldError.unacceptable(
                        SweepRefusals.place(i, "points"),
                        range.points().getAsInt(),
                        "fewer, so that all of them are different whole numbers"));
            }
            axis.ifPresent(axes::add);
        }
        long size = GridSearch.size(axes);
        int mostTrials = mostJobs / plan.spec().jobsOfTrial();
        if (size > mostTrials) {
            var found = (size == Long.MAX_VALUE ? "more than " + Long.MAX_VALUE : size) + " trials";
            var accepted = "dimensions whose grid has at most " + mostTrials
                    + " trials; method random or bayesian tries" + " some of them";
            errors.add(new FieldError(
                    "dimensions",
                    found,
                    accepted,
                    "dimensions have a grid of " + found + "; accepted are " + accepted));
        }
        return errors;
    }
}
