package io.kernelign.trainer.verdict;

import java.util.Optional;

/**
 * What a figure of a job's results is to be.
 *
 * @param text as its user wrote it
 */
record Gate(String text, String figure, Relation relation, double bound) {

    /** @param value empty where the figure was not measured, which passes no gate */
    boolean passedBy(Optional<Double> value) {
        return value.isPresent() && relation.holds(value.get(), bound);
    }
}
