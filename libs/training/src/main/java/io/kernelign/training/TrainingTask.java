package io.kernelign.training;

import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.lora.PeftFiles;
import io.kernelign.objective.Objective;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything a training needs to know.
 *
 * @param model the base model, which is the reference
 * @param train pairs to train on, at least one
 * @param heldOut pairs to evaluate on, at least one
 * @param embeddings what an external semantic signal reads; needed exactly by an objective that has one
 * @param adapter what an adapter in training starts as; empty for a fresh one, and where all weights train
 * @param workFolder an existing folder for checkpoints and for what the reference said; this training's alone
 */
public record TrainingTask(
        Decoder model,
        List<EncodedPair> train,
        List<EncodedPair> heldOut,
        Objective objective,
        TrainingSettings training,
        EvaluationSettings evaluation,
        Optional<PairEmbeddings> embeddings,
        Optional<PeftFiles> adapter,
        Path workFolder) {

    public TrainingTask {
        train = List.copyOf(train);
        heldOut = heldOut.stream().limit(evaluation.pairs()).toList();
    }

    /** A task whose objective reads no external embeddings, and which starts afresh. */
    public TrainingTask(
            Decoder model,
            List<EncodedPair> train,
            List<EncodedPair> heldOut,
            Objective objective,
            TrainingSettings training,
            EvaluationSettings evaluation,
            Path workFolder) {
        this(model, train, heldOut, objective, training, evaluation, Optional.empty(), Optional.empty(), workFolder);
    }

    /** The same with another objective. */
    TrainingTask with(Objective other) {
        return new TrainingTask(model, train, heldOut, other, training, evaluation, embeddings, adapter, workFolder);
    }

    /** The training pairs, divided into those that are reserved for the objective's weights and the rest. */
    Reserve.Parts parts() {
        return objective
                .reserve()
                .map(heldOut -> Reserve.divide(train, heldOut.pairs(), training.seed()))
                .orElseGet(() -> new Reserve.Parts(List.of(), train));
    }

    /** The pairs that the policy is trained on as forward passes. */
    Batches trainBatches() {
        return Batches.of(parts().rest(), training.batchTokens(), training.seed());
    }

    /** The held-out pairs as forward passes. */
    Batches heldOutBatches() {
        return Batches.of(heldOut, training.batchTokens(), training.seed());
    }
}
