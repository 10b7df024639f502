package io.kernelign.trainer.sweep.spec;

import io.kernelign.data.split.Fold;
import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.trainer.spec.FoldType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Cross-validation: what each of a trial's jobs holds out. */
final class Folds {

    static final Field<Integer> FIELD = Field.optional(
            "folds",
            Types.integer(2, 20),
            "Cross-validation: each trial is so many jobs, each of which holds out one fold of the prompts and trains on all"
                    + " other pairs; its score is the mean of theirs.");

    /** The field of a job, and the tag, that tell which fold it holds out. */
    static final String FOLD = "fold";

    static final String TAG = "tags.fold";

    private static final int SEED = 0;

    private Folds() {}

    /** A job of a trial for each fold. */
    static List<Map<String, Object>> of(int folds, Map<String, Object> job) {
        return IntStream.range(0, folds)
                .mapToObj(index -> SweepPlan.put(
                        job, Map.of(FOLD, FoldType.write(new Fold(folds, index, SEED)), TAG, String.valueOf(index))))
                .toList();
    }
}
