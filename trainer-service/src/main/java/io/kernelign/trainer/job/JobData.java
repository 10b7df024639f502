package io.kernelign.trainer.job;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.data.split.Fold;
import java.util.Optional;

/**
 * What a job trains and is evaluated on.
 *
 * @param evaluation a data set of its own, all pairs of which are held out, while all of the other are trained on; {@code
 *     null} where the split of the other one decides
 */
public record JobData(DatasetRef training, DatasetRef evaluation) {

    /** @param fold that is held out, whose size is known about only; empty where there is none */
    public long trainPairs(Optional<Fold> fold) {
        long bySplit = evaluation == null ? training.trainPairs() : training.allPairs();
        return fold.map(held -> held.others(training.allPairs())).orElse(bySplit);
    }
}
