package io.kernelign.trainer.training;

import io.kernelign.data.pair.Split;

/** What the pairs of a data set are for. */
enum PairUse {
    /** Some of them for training, the others held out. */
    BY_SPLIT,
    TRAIN,
    HELD_OUT;

    /** On which side a pair stands whose data set has it on the given one. */
    Split side(Split own) {
        return switch (this) {
            case BY_SPLIT -> own;
            case TRAIN -> Split.TRAIN;
            case HELD_OUT -> Split.HELD_OUT;
        };
    }
}
