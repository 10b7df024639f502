package io.kernelign.trainer.sweep.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sweep as its user wants it, checked on its own; {@link SweepSpecType} declares it.
 *
 * @param name {@code null} when the user gave none
 * @param base a job as its user would write it; what a trial does not put into it stays
 * @param dimensions at least one
 * @param folds of a cross-validation; empty for one job a trial
 * @param parallel most trials that run at the same time
 */
public record SweepSpec(
        String name,
        Map<String, Object> base,
        List<SweptField> dimensions,
        SearchSettings search,
        Metric metric,
        OptionalInt folds,
        int parallel,
        Optional<EarlyStopping> earlyStopping) {

    /** How many jobs a trial is. */
    public int jobsOfTrial() {
        return folds.orElse(1);
    }

    /** The same with dimensions of which more is known. */
    public SweepSpec over(List<SweptField> settled) {
        return new SweepSpec(name, base, settled, search, metric, folds, parallel, earlyStopping);
    }
}
