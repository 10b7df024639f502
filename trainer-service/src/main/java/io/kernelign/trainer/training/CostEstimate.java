package io.kernelign.trainer.training;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.objective.Objective;
import io.kernelign.objective.kernel.LearnOn;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.Batches;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.TrainingSettings;
import java.util.List;

/**
 * What a LoRA training in float32 will take, from a sample of its pairs.
 *
 * <ul>
 *   <li>Steps and tokens: the sample's batches and tokens, scaled to the data set.
 *   <li>Arithmetic: a token costs 2 P operations forward (P parameters), 2 P backward (the base is frozen: gradients
 *       of activations only), and in the first epoch 2 P for the reference.
 *   <li>Seconds: that over half the speed of this machine's matrix product, which is what training reaches.
 *   <li>Memory: 4 P bytes of weights, 16 bytes per adapter parameter (value, gradient, two moments), the activations
 *       that backward needs of one batch (24 d + 6 f numbers a token and layer; d hidden, f intermediate), three chunks
 *       of logits, and a constant for the process.
 * </ul>
 */
final class CostEstimate {

    private static final double REACHED_SHARE = 0.5;
    private static final long PROCESS_BYTES = 500L << 20;
    private static final int LOGIT_ROWS = 1024;

    private CostEstimate() {}

    static TrainingCost of(ModelFolder model, JobSpec spec, DatasetRef dataset, List<EncodedPair> sample) {
        var settings = spec.training();
        var batches = Batches.of(sample, settings.batchTokens(), settings.seed());
        var scale = Math.max(1, (double) dataset.trainPairs() / sample.size()) * trainedShare(spec, dataset);
        var stepsPerEpoch = Math.max(1, Math.round(batches.stepsPerEpoch(settings.accumulation()) * scale));
        var steps = settings.totalSteps(stepsPerEpoch);
        var epochs = (double) steps / stepsPerEpoch;
        var tokensPerEpoch = batches.tokens() * scale;
        var operations = tokensPerEpoch
                * (4 * epochs + 2 * Math.min(1, epochs))
                * model.config().parameters();
        var seconds = operations / (REACHED_SHARE * MachineSpeed.operationsPerSecond());
        return new TrainingCost(
                steps, Math.round(tokensPerEpoch * epochs), memory(model.config(), settings), Math.round(seconds));
    }

    /** The rest is reserved for the objective's weights. */
    private static double trainedShare(JobSpec spec, DatasetRef dataset) {
        int reserved = spec.objective()
                .flatMap(Objective::reserve)
                .map(LearnOn.HeldOut::pairs)
                .orElse(0);
        return 1 - (double) reserved / dataset.trainPairs();
    }

    private static long memory(ModelConfig model, TrainingSettings settings) {
        var weights = Float.BYTES * model.parameters();
        var adapter = 16 * adapterParameters(model, settings);
        var perTokenAndLayer = 24L * model.hiddenSize() + 6L * model.mlp().width();
        var activations = Float.BYTES * perTokenAndLayer * model.layers().size() * settings.batchTokens();
        var logits = 3L * Float.BYTES * LOGIT_ROWS * model.vocabularySize();
        return PROCESS_BYTES + weights + adapter + activations + logits;
    }

    private static long adapterParameters(ModelConfig model, TrainingSettings settings) {
        return settings.lora().on(model).targets().stream()
                .mapToLong(target -> target.inputWidth(model) + target.outputWidth(model))
                .map(widths -> widths * settings.lora().rank() * model.layers().size())
                .sum();
    }
}
