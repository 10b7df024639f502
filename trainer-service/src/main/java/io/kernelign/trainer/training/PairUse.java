package io.kernelign.trainer.training;

import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import io.kernelign.data.split.Fold;
import io.kernelign.data.split.PromptFolds;
import io.kernelign.trainer.spec.JobSpec;

/** What the pairs of a data set are for. */
interface PairUse {

    /** Some of them for training, the others held out, as the data set says. */
    PairUse BY_SPLIT = PreferencePair::split;

    PairUse TRAIN = pair -> Split.TRAIN;

    PairUse HELD_OUT = pair -> Split.HELD_OUT;

    /** On which side a pair stands. */
    Split side(PreferencePair pair);

    /**
     * Of the data set that a job trains on.
     *
     * @param folds of its pairs, where the job holds out one
     */
    static PairUse of(JobSpec spec, PromptFolds folds) {
        return spec.trainsOnAll()
                ? TRAIN
                : spec.fold().map(fold -> holdingOut(fold, folds)).orElse(BY_SPLIT);
    }

    private static PairUse holdingOut(Fold fold, PromptFolds folds) {
        return pair -> folds.hold(fold, pair) ? Split.HELD_OUT : Split.TRAIN;
    }
}
