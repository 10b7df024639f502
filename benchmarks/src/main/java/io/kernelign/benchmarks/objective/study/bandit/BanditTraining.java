package io.kernelign.benchmarks.objective.study.bandit;

import io.kernelign.benchmarks.objective.study.Outcome;
import io.kernelign.objective.Objective;
import io.kernelign.objective.ObjectiveLoss;
import io.kernelign.objective.PairBatch;
import io.kernelign.objective.kernel.MixtureWeights;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.torch.AdamW;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import io.kernelign.training.WeightsOptimiser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Trains a policy on all pairs at once, and the weights of a mixture beside it. */
public final class BanditTraining implements AutoCloseable {

    public static final int STEPS = 300;
    public static final double LEARNING_RATE = 0.05;

    private static final int DIVERGENCE_CONTEXTS = 8;

    private final Objective objective;
    private final BanditPairs pairs;
    private final BanditPolicy policy;
    private final AdamW policyOptimiser;
    private final WeightsOptimiser weightsOptimiser;
    private ObjectiveState state;
    private final List<Double> collapse = new ArrayList<>();
    private int done;

    private BanditTraining(Objective objective, BanditTask task) {
        this.objective = objective;
        pairs = task.train();
        policy = new BanditPolicy(task.bandit());
        state = objective.initialState();
        policyOptimiser = new AdamW(List.of(policy.weights()), AdamW.Settings.DEFAULT);
        weightsOptimiser = new WeightsOptimiser(objective.learned(), state);
    }

    /** How the policy that the objective makes ranks the task's test pairs. */
    public static Outcome run(Objective objective, BanditTask task) {
        try (var training = begin(objective, task)) {
            training.stepTo(STEPS);
            return training.outcome(task.test());
        }
    }

    /** A training before its first step. */
    public static BanditTraining begin(Objective objective, BanditTask task) {
        return new BanditTraining(objective, task);
    }

    /** Makes steps until so many of {@value #STEPS} are done. */
    public void stepTo(long steps) {
        for (; done < steps; done++) {
            step((double) done / STEPS);
        }
    }

    /** Of each pair, whether the policy prefers the chosen arm more than the reference does. */
    public boolean[] ranks(BanditPairs pairs) {
        return outcome(pairs).correct();
    }

    private void step(double progress) {
        try (var scope = Scope.recording()) {
            var semantic = objective.semanticSource().map(source -> Tensors.of(pairs.semantic(), pairs.count()));
            var loss = objective.evaluate(new PairBatch(policy.of(pairs), divergence(), semantic, progress), state);
            loss.total().backward();
            policyOptimiser.step(List.of(policy.weights().gradient()), LEARNING_RATE);
            policy.weights().clearGradient();
            weightsOptimiser.step();
            weightsOptimiser.clearGradients();
            state = objective.afterStep(state, summary(loss));
            objective.mixture(state).map(MixtureWeights::collapseIndex).ifPresent(collapse::add);
        }
    }

    /** Over some of the contexts, each step over the next ones: the dearest one takes a second for all of them. */
    private Optional<Tensor> divergence() {
        int from = done * DIVERGENCE_CONTEXTS % (pairs.count() - DIVERGENCE_CONTEXTS) * Bandit.DIMS;
        var contexts = Arrays.copyOfRange(pairs.contexts(), from, from + DIVERGENCE_CONTEXTS * Bandit.DIMS);
        return objective.divergence().map(chosen -> policy.divergence(contexts, chosen));
    }

    private StepSummary summary(ObjectiveLoss loss) {
        return new StepSummary(loss.m().square().mean().item());
    }

    private Outcome outcome(BanditPairs test) {
        try (var scope = Scope.plain()) {
            var said = policy.of(test);
            var h = said.margin().floats();
            var correct = new boolean[h.length];
            for (int i = 0; i < h.length; i++) {
                correct[i] = h[i] > 0;
            }
            return new Outcome(
                    correct,
                    said.policyChosen()
                            .minus(said.policyRejected())
                            .abs()
                            .mean()
                            .item(),
                    said.chosenLogRatio().mean().item(),
                    collapse.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    @Override
    public void close() {
        weightsOptimiser.close();
        policyOptimiser.close();
        state.close();
        policy.close();
    }
}
