package io.kernelign.trainer.queue;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.data.split.Fold;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.objective.Objective;
import io.kernelign.objective.kernel.LearnOn;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.trainer.job.JobData;
import io.kernelign.trainer.spec.JobSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Whether the data sets of a job are there and have what it needs of them. */
@Component
class DatasetCheck {

    private static final String DATASET = "dataset";
    private static final String EVAL_DATASET = "evalDataset";

    private final BlobStore blobs;

    DatasetCheck(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** @throws InvalidInputException naming the field and what would be accepted */
    void check(JobSpec spec, JobData data) {
        requireStored(DATASET, spec.dataset(), data.training());
        if (spec.trainsOnAll()) {
            requireStored(EVAL_DATASET, spec.evalDataset(), data.evaluation());
            checkPair(spec, data);
        } else if (spec.fold().isPresent()) {
            checkFold(spec, spec.fold().get(), data.training());
        } else {
            checkSplit(spec, data.training());
        }
        spec.objective()
                .flatMap(Objective::reserve)
                .ifPresent(reserve -> checkReserve(reserve, data.trainPairs(spec.fold())));
    }

    private void requireStored(String field, String id, DatasetRef dataset) {
        try {
            if (dataset == null || !blobs.exists(dataset.pairsKey())) {
                throw unacceptable(field, id, "the id of a data set whose pairs are stored");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkSplit(JobSpec spec, DatasetRef dataset) {
        if (dataset.trainPairs() == 0) {
            throw unacceptable(
                    DATASET,
                    spec.dataset(),
                    "a data set whose split leaves at least one pair to train on, or any with an " + EVAL_DATASET
                            + " beside it");
        }
        if (dataset.heldOutPairs() == 0) {
            throw unacceptable(
                    DATASET,
                    spec.dataset(),
                    "a data set whose split holds out at least one pair for evaluation, or any with an " + EVAL_DATASET
                            + " beside it");
        }
    }

    private static void checkFold(JobSpec spec, Fold fold, DatasetRef dataset) {
        if (dataset.allPairs() < fold.of()) {
            throw unacceptable(
                    DATASET, spec.dataset(), "a data set with at least a pair for each of " + fold.of() + " folds");
        }
    }

    private static void checkPair(JobSpec spec, JobData data) {
        var training = data.training();
        var evaluation = data.evaluation();
        if (evaluation.contentHash().equals(training.contentHash())) {
            throw unacceptable(EVAL_DATASET, spec.evalDataset(), "a data set with other pairs than " + DATASET);
        }
        if (evaluation.allPairs() == 0) {
            throw unacceptable(EVAL_DATASET, spec.evalDataset(), "a data set with at least one pair");
        }
        if (training.allPairs() == 0) {
            throw unacceptable(DATASET, spec.dataset(), "a data set with at least one pair");
        }
        if (spec.objective().isEmpty() && training.trainPairs() == 0) {
            throw unacceptable(
                    DATASET,
                    spec.dataset(),
                    "a data set whose split leaves at least one pair to train on, by which objective \"auto\" is chosen");
        }
    }

    private static void checkReserve(LearnOn.HeldOut reserve, long trainPairs) {
        if (reserve.pairs() >= trainPairs) {
            throw new InvalidInputException(FieldError.unacceptable(
                    "objective.kernel.weights.learnOn.pairs",
                    reserve.pairs(),
                    "a number below " + trainPairs + ", the training pairs of the data set"));
        }
    }

    private static InvalidInputException unacceptable(String field, String dataset, String accepted) {
        return new InvalidInputException(FieldError.unacceptable(field, dataset, accepted));
    }
}
