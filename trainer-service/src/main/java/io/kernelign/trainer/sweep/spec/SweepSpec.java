package io.kernelign.trainer.sweep.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sweep as its user wants it, checked on its own; {@link SweepSpecType} declares it.
 *
 * @param name {@code null} when the user gave none
 * @param base a job as its user would write it; what a trial does not put into it stays
 * @param dimensions at least one
 * @param parallel most trials that run at the same time
 */
public record SweepSpec(
        String name,
        Map<String, Object> base,
        List<SweptField> dimensions,
        SearchSettings search,
        Metric metric,
        int parallel,
        Optional<EarlyStopping> earlyStopping) {

    /** The same with dimensions of which more is known. */
    public SweepSpec over(List<SweptField> settled) {
        return new SweepSpec(name, base, settled, search, metric, parallel, earlyStopping);
    }
}
