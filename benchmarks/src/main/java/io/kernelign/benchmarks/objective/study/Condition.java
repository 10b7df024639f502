package io.kernelign.benchmarks.objective.study;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * All candidates on one task with one share of flipped training labels.
 *
 * @param name as figures spell it: {@code bandit}, {@code study_noisy}, ...
 */
record Condition(String name, double flipped, Trials trials, List<Row> rows) {

    /** Share of flipped labels in the noisy conditions. */
    static final double NOISE = 0.25;

    static Condition of(String name, double flipped, Trials trials) {
        return new Condition(name, flipped, trials, Row.of(trials));
    }

    /** The most accurate of some candidates. */
    Row best(Predicate<Row> which) {
        return rows.stream()
                .filter(which)
                .max(Comparator.comparingDouble(row -> row.accuracy().value()))
                .orElseThrow();
    }

    Row row(String candidate) {
        return rows.stream()
                .filter(row -> row.candidate().equals(candidate))
                .findFirst()
                .orElseThrow();
    }

    Row dpo() {
        return row(Candidates.DPO.name());
    }

    /** What the labels are, in words. */
    String labels() {
        return flipped == 0 ? "clean labels" : Math.round(100 * flipped) + " % of the labels flipped";
    }
}
