package io.kernelign.trainer.job;

import io.kernelign.contracts.DatasetRef;

/**
 * What a job trains and is evaluated on.
 *
 * @param evaluation a data set of its own, all pairs of which are held out, while all of the other are trained on; {@code
 *     null} where the split of the other one decides
 */
public record JobData(DatasetRef training, DatasetRef evaluation) {

    public long trainPairs() {
        return evaluation == null ? training.trainPairs() : training.allPairs();
    }
}
