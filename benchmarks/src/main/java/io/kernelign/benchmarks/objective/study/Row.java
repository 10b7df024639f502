package io.kernelign.benchmarks.objective.study;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A line of a table: what one candidate came to under one condition, over all seeds.
 *
 * @param difference in accuracy to plain DPO from the same seeds
 */
record Row(
        String candidate,
        Interval accuracy,
        Interval difference,
        double absoluteLogRatio,
        double chosenLogRatio,
        OptionalDouble collapse) {

    static List<Row> of(Trials trials) {
        return trials.outcomes().keySet().stream()
                .map(candidate -> new Row(
                        candidate,
                        trials.accuracyInterval(candidate),
                        trials.difference(candidate, Candidates.DPO.name()),
                        trials.mean(candidate, Outcome::absoluteLogRatio),
                        trials.mean(candidate, Outcome::chosenLogRatio),
                        trials.collapse(candidate)))
                .toList();
    }

    boolean isDpo() {
        return candidate.equals(Candidates.DPO.name());
    }

    /** Whether it is DPO with another setting of its own. */
    boolean isVariantOfDpo() {
        return Candidates.variantsOfDpo().stream()
                .anyMatch(variant -> variant.name().equals(candidate));
    }

    /** Whether it has a kernel in the form that keeps DPO's direction. */
    boolean isKernel() {
        return !isDpo() && !isVariantOfDpo() && !isPaper();
    }

    boolean isPaper() {
        return candidate.startsWith("paper.");
    }
}
