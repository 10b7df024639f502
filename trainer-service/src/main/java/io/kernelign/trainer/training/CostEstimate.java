package io.kernelign.trainer.training;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.lora.LoraTensors;
import io.kernelign.objective.Objective;
import io.kernelign.objective.kernel.LearnOn;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.Batches;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.Method;
import io.kernelign.training.TrainingSettings;
import java.util.List;

/**
 * What a training in float32 will take, from a sample of its pairs.
 *
 * <ul>
 *   <li>Steps and tokens: the sample's batches and tokens, scaled to the data set.
 *   <li>Arithmetic: a token costs 2 P operations forward (P parameters), 2 P backward for the gradients of activations,
 *       another 2 P for those of the weights where all of them train, and in the first epoch 2 P for the reference.
 *   <li>Seconds: that over half the speed of this machine's matrix product, which is what training reaches.
 *   <li>Memory: 4 P bytes of weights, 16 bytes per trained parameter (value, gradient, two moments), the activations
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
                * (backAndForth(settings.method()) * epochs + 2 * Math.min(1, epochs))
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
        var trained = 16 * trainedParameters(model, settings.method());
        var perTokenAndLayer = 24L * model.hiddenSize() + 6L * model.mlp().width();
        var activations = Float.BYTES * perTokenAndLayer * model.layers().size() * settings.batchTokens();
        var logits = 3L * Float.BYTES * LOGIT_ROWS * model.vocabularySize();
        return PROCESS_BYTES + weights + trained + activations + logits;
    }

    private static int backAndForth(Method method) {
        return method instanceof Method.Full ? 6 : 4;
    }

    private static long trainedParameters(ModelConfig model, Method method) {
        return method instanceof Method.LowRank lowRank
                ? LoraTensors.parameters(model, lowRank.lora())
                : model.parameters();
    }
}
