package io.kernelign.trainer.training;

import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import io.kernelign.data.split.Fold;
import io.kernelign.trainer.spec.JobSpec;

/** What the pairs of a data set are for. */
interface PairUse {

    /** Some of them for training, the others held out, as the data set says. */
    PairUse BY_SPLIT = PreferencePair::split;

    PairUse TRAIN = pair -> Split.TRAIN;

    PairUse HELD_OUT = pair -> Split.HELD_OUT;

    /** On which side a pair stands. */
    Split side(PreferencePair pair);

    /** Of the data set that a job trains on. */
    static PairUse of(JobSpec spec) {
        return spec.trainsOnAll() ? TRAIN : spec.fold().map(PairUse::holdingOut).orElse(BY_SPLIT);
    }

    private static PairUse holdingOut(Fold fold) {
        return pair -> fold.holds(ContentHash.of(pair.prompt(), pair.chosen(), pair.rejected())
                        .prompt())
                ? Split.HELD_OUT
                : Split.TRAIN;
    }
}
