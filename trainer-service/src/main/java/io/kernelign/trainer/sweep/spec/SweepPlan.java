package io.kernelign.trainer.sweep.spec;

import io.kernelign.search.Course;
import io.kernelign.search.Dimension;
import io.kernelign.search.GridSearch;
import io.kernelign.search.HalvingSearch;
import io.kernelign.search.ParzenSearch;
import io.kernelign.search.Point;
import io.kernelign.search.Proposal;
import io.kernelign.search.RandomSearch;
import io.kernelign.search.Search;
import io.kernelign.search.Space;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What follows from a sweep's spec: which points it tries when, and what each makes of the base. */
public record SweepPlan(SweepSpec spec) {

    static final String SWEEP_TAG = "tags.sweep";
    static final String TRIAL_TAG = "tags.trial";

    /** The field of a job that tells how much of a whole run it is. */
    static final String SHARE = "training.stopAtShare";

    /** Of a spec whose dimensions know whether they are whole, and whose search fits them. */
    public Course course() {
        var patience = spec.earlyStopping()
                .map(stopping -> OptionalInt.of(stopping.patience()))
                .orElseGet(OptionalInt::empty);
        return new Course(search(), spec.parallel(), patience);
    }

    private Search search() {
        var settings = spec.search();
        return switch (settings.method()) {
            case GRID ->
                new GridSearch(spec.dimensions().stream()
                        .map(SweptField::axis)
                        .map(Optional::orElseThrow)
                        .toList());
            case RANDOM -> new RandomSearch(space(), settings.trials(), settings.seed());
            case BAYESIAN -> new ParzenSearch(space(), settings.trials(), settings.randomTrials(), settings.seed());
            case HALVING, HYPERBAND -> new HalvingSearch(space(), settings.brackets(), settings.seed());
        };
    }

    Space space() {
        return new Space(
                spec.dimensions().stream().<Dimension>map(SweptField::dimension).toList());
    }

    public int trials() {
        return course().search().trials();
    }

    /** What a point puts into which field. */
    public Map<String, Object> values(Point point) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < spec.dimensions().size(); i++) {
            var swept = spec.dimensions().get(i);
            values.put(swept.field(), swept.value(point.coordinates().get(i)));
        }
        return values;
    }

    /** The job of a point, as its user would have written it. */
    public Map<String, Object> job(Point point) {
        return put(spec.base(), values(point));
    }

    /** The jobs that are a trial, with tags by which they are found. */
    public List<Map<String, Object>> jobs(String sweep, int trial, Proposal proposal) {
        return jobs(spec, job(proposal.point()), sweep, trial, proposal.share());
    }

    static List<Map<String, Object>> jobs(
            SweepSpec spec, Map<String, Object> job, String sweep, int trial, double share) {
        var tagged = put(job, Map.of(SWEEP_TAG, sweep, TRIAL_TAG, String.valueOf(trial)));
        var cut = share < 1 ? put(tagged, Map.of(SHARE, share)) : tagged;
        return spec.folds().isEmpty() ? List.of(cut) : Folds.of(spec.folds().getAsInt(), cut);
    }

    static Map<String, Object> put(Map<String, Object> base, Map<String, Object> values) {
        var job = base;
        for (var value : values.entrySet()) {
            job = new FieldPath(value.getKey()).put(job, value.getValue());
        }
        return job;
    }
}
