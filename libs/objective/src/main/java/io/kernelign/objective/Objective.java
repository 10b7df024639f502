package io.kernelign.objective;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.NoDivergence;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.MixtureWeights;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.objective.kernel.WeightedKernel;
import io.kernelign.objective.link.Link;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A training objective, {@code E[link(psi(beta h))] + alpha Div(policy || reference) - eta H(weights)}: configuration that
 * was checked, and pure functions of tensors. Whatever changes during training is in an {@link ObjectiveState}.
 *
 * @param beta temperature of the margin, > 0, 1/nats
 * @param regulariser the divergence that is trained on beside the preference; {@link NoDivergence} for none
 * @param alpha its weight, >= 0
 */
public record Objective(double beta, Link link, Kernel kernel, Divergence regulariser, double alpha) {

    /** Reads an objective from configuration and writes it back with every default filled in. */
    public static final ObjectType<Objective> TYPE = ObjectiveOptions.TYPE;

    /** The divergence whose mean {@link #evaluate} expects; empty when nothing need be computed. */
    public Optional<Divergence> divergence() {
        return Optional.of(regulariser).filter(divergence -> !(divergence instanceof NoDivergence));
    }

    /** The state before the first step; the caller closes it. */
    public ObjectiveState initialState() {
        return ObjectiveState.of(kernel.initialWeights(), kernel.initialStatistics());
    }

    /**
     * The state that {@link ObjectiveState#toArrays} wrote; the caller closes it.
     *
     * @throws IllegalArgumentException if the arrays are not those of this objective
     */
    public ObjectiveState restoredState(Map<String, float[]> arrays) {
        return StateArrays.read(arrays, kernel);
    }

    /**
     * The state after one optimiser step.
     *
     * @param meanSquaredMargin mean of {@link ObjectiveLoss#m} squared over all pairs of the step, micro-batches together
     */
    public ObjectiveState afterStep(ObjectiveState state, double meanSquaredMargin) {
        return state.with(kernel.afterStep(state.statistics(), meanSquaredMargin));
    }

    /**
     * The loss of a batch. Every term is a mean over pairs, so a batch that is accumulated from parts has as its total the
     * sum of the parts' totals, each times its share of the pairs.
     *
     * @param divergence mean of {@link Divergence#perToken} over tokens, then over responses, without dimensions; present
     *     exactly when {@link #divergence()} is
     */
    public ObjectiveLoss evaluate(PairLogProbs pairs, Optional<Tensor> divergence, ObjectiveState state) {
        if (divergence.isPresent() != divergence().isPresent()) {
            throw new IllegalArgumentException(
                    "a mean divergence is given exactly when the objective has a divergence");
        }
        var h = pairs.margin();
        var m = h.times(beta);
        var psi = kernel.psi(m, state);
        var preference = link.loss(psi).mean();
        var regularised = divergence.map(mean -> mean.times(alpha)).orElseGet(() -> Tensors.scalar(0));
        var entropy = entropyTerm(state);
        return new ObjectiveLoss(
                preference.plus(regularised).plus(entropy), preference, regularised, entropy, h, m, psi);
    }

    private Tensor entropyTerm(ObjectiveState state) {
        return kernel instanceof WeightedKernel weighted
                ? weighted.weights(state).entropy().times(-weighted.learning().eta())
                : Tensors.scalar(0);
    }

    /** The weights of the mixture at a state; empty when the kernel is no mixture. */
    public Optional<MixtureWeights> mixture(ObjectiveState state) {
        return kernel instanceof WeightedKernel weighted ? Optional.of(weighted.weights(state)) : Optional.empty();
    }

    /** The learning rate of {@link ObjectiveState#weights}; empty when nothing is learned beside the policy. */
    public OptionalDouble weightsLearningRate() {
        return kernel instanceof WeightedKernel weighted
                ? OptionalDouble.of(weighted.learning().learningRate())
                : OptionalDouble.empty();
    }
}
