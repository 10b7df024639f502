package io.kernelign.trainer.training;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.objective.Objective;
import io.kernelign.objective.kernel.LearnOn;
import io.kernelign.trainer.memory.JobRoom;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.training.Method;
import io.kernelign.training.memory.MemoryPlan;
import io.kernelign.training.memory.TrainingShape;
import io.kernelign.training.memory.Workload;
import java.util.List;
import java.util.Optional;

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

    /** @param room what the job can have */
    static TrainingCost of(ModelConfig model, JobSpec spec, long trainPairs, LengthSample sample, JobRoom room) {
        var settings = spec.training();
        var drawn = new Workload(sample.train(), List.of(), trainPairs);
        var scale = Math.max(1, (double) trainPairs / sample.train().size()) * trainedShare(spec, trainPairs);
        var stepsPerEpoch = Math.max(1, Math.round(steps(drawn.batches(settings), settings.accumulation()) * scale));
        var steps = settings.lastStep(settings.totalSteps(stepsPerEpoch));
        var epochs = (double) steps / stepsPerEpoch;
        var tokensPerEpoch = drawn.tokens(settings) * scale;
        var operations = tokensPerEpoch
                * (backAndForth(settings.method()) * epochs + 2 * Math.min(1, epochs))
                * model.parameters();
        var seconds = operations / (REACHED_SHARE * MachineSpeed.operationsPerSecond(settings.precision()));
        var shape = new TrainingShape(model, settings, spec.objective(), sample.workload(trainPairs));
        var plan = MemoryPlan.of(shape, room.memory());
        var disk = WorkDisk.of(plan.estimate(), spec, model, room.disk());
        return new TrainingCost(
                steps,
                Math.round(tokensPerEpoch * epochs),
                Math.round(seconds),
                MemoryReport.of(plan, disk),
                refusal(plan, disk));
    }

    private static Optional<String> refusal(MemoryPlan plan, WorkDisk disk) {
        return plan.fits()
                ? Optional.of(disk).filter(there -> !there.fits()).map(WorkDisk::refusal)
                : Optional.of(plan.refusal());
    }

    private static long steps(long batches, int accumulation) {
        return (batches + accumulation - 1) / accumulation;
    }

    /** The rest is reserved for the objective's weights. */
    private static double trainedShare(JobSpec spec, long trainPairs) {
        int reserved = spec.objective()
                .flatMap(Objective::reserve)
                .map(LearnOn.HeldOut::pairs)
                .orElse(0);
        return 1 - (double) reserved / trainPairs;
    }

    private static int backAndForth(Method method) {
        return method instanceof Method.Full ? 6 : 4;
    }
}
