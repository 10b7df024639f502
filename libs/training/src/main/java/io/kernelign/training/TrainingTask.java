package io.kernelign.training;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.objective.Objective;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything a training needs to know.
 *
 * @param model the base model; with the adapter off it is the reference
 * @param train pairs to train on, at least one
 * @param heldOut pairs to evaluate on, at least one
 * @param workFolder an existing folder for checkpoints and for what the reference said; this training's alone
 */
public record TrainingTask(
        Decoder model,
        List<EncodedPair> train,
        List<EncodedPair> heldOut,
        Objective objective,
        TrainingSettings training,
        EvaluationSettings evaluation,
        Path workFolder) {

    public TrainingTask {
        train = List.copyOf(train);
        heldOut = heldOut.stream().limit(evaluation.pairs()).toList();
    }

    /** The training pairs as forward passes. */
    Batches trainBatches() {
        return Batches.of(train, training.batchTokens(), training.seed());
    }

    /** The held-out pairs as forward passes. */
    Batches heldOutBatches() {
        return Batches.of(heldOut, training.batchTokens(), training.seed());
    }
}
