package io.kernelign.benchmarks.objective.study;

import java.util.List;

/**
 * All candidates on one task with one share of flipped training labels.
 *
 * @param name as figures spell it: {@code bandit}, {@code study_noisy}, ...
 */
record Condition(String name, double flipped, List<Row> rows) {

    /** Share of flipped labels in the noisy conditions. */
    static final double NOISE = 0.25;

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
