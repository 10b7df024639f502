package io.kernelign.trainer.training;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.lm.ModelFolder;
import io.kernelign.objective.Objective;
import io.kernelign.objective.kernel.LearnOn;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.Batches;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.MemoryPlan;
import io.kernelign.training.Method;
import java.util.List;

/**
 * What a training will take, from a sample of its pairs.
 *
 * <ul>
 *   <li>Steps and tokens: the sample's batches and tokens, scaled to the data set.
 *   <li>Arithmetic: a token costs 2 P operations forward (P parameters), 2 P backward for the gradients of activations,
 *       another 2 P for those of the weights where all of them train, and in the first epoch 2 P for the reference.
 *   <li>Seconds: that over half the speed of this machine's matrix product in the job's type, which is what training
 *       reaches.
 *   <li>Memory: {@link MemoryPlan}'s.
 * </ul>
 */
final class CostEstimate {

    private static final double REACHED_SHARE = 0.5;

    private CostEstimate() {}

    /** @param memory bytes that there are */
    static TrainingCost of(ModelFolder model, JobSpec spec, DatasetRef dataset, List<EncodedPair> sample, long memory) {
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
        var seconds = operations / (REACHED_SHARE * MachineSpeed.operationsPerSecond(settings.precision()));
        return new TrainingCost(
                steps,
                Math.round(tokensPerEpoch * epochs),
                MemoryPlan.bytes(model.config(), settings, batches.largest(), memory),
                Math.round(seconds));
    }

    /** The rest is reserved for the objective's weights. */
    private static double trainedShare(JobSpec spec, DatasetRef dataset) {
        int reserved = spec.objective()
                .flatMap(Objective::reserve)
                .map(LearnOn.HeldOut::pairs)
                .orElse(0);
        return 1 - (double) reserved / dataset.trainPairs();
    }

    private static int backAndForth(Method method) {
        return method instanceof Method.Full ? 6 : 4;
    }
}
