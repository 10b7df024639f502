package io.kernelign.trainer.sweep;

import io.kernelign.search.Point;
import io.kernelign.search.Trial;
import io.kernelign.trainer.sweep.spec.SweepPlan;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A sweep's plan and how far it has come. */
record Standing(SweepPlan plan, List<SweepTrial> trials) {

    /** The trials as the search sees them. */
    List<Trial> seen() {
        return trials.stream().map(this::seen).toList();
    }

    private Trial seen(SweepTrial trial) {
        return new Trial(trial.point(), trial.ended(), trial.ended() ? score(trial) : OptionalDouble.empty());
    }

    private OptionalDouble score(SweepTrial trial) {
        var figure = trial.figure();
        return figure.isPresent()
                ? OptionalDouble.of(plan.spec().metric().score(figure.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Of those trained longest the one with the best score; of equal ones the first; empty before there is a score. */
    Optional<SweepTrial> best() {
        return trials.stream()
                .filter(trial -> trial.figure().isPresent())
                .min(Comparator.comparingDouble((SweepTrial trial) -> -trial.share())
                        .thenComparingDouble(trial -> -score(trial).getAsDouble())
                        .thenComparingInt(SweepTrial::number));
    }

    /** Each point once, with the trial that was trained longest of those that have a score there. */
    Collection<SweepTrial> ofEachPoint() {
        var longest = new LinkedHashMap<Point, SweepTrial>();
        trials.forEach(trial -> longest.merge(
                trial.point(), trial, (earlier, later) -> later.figure().isPresent() ? later : earlier));
        return longest.values();
    }
}
