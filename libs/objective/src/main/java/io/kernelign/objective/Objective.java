package io.kernelign.objective;

import io.kernelign.objective.declare.Alternatives;
import io.kernelign.objective.divergence.Divergence;
import io.kernelign.objective.divergence.Regulariser;
import io.kernelign.objective.embedding.EmbeddingSpread;
import io.kernelign.objective.embedding.SemanticReading;
import io.kernelign.objective.embedding.Source;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.LearnOn;
import io.kernelign.objective.kernel.Learned;
import io.kernelign.objective.kernel.MixtureWeights;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.objective.kernel.WeightedKernel;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training objective: configuration that was checked, and pure functions of tensors. Whatever changes during training is
 * in an {@link ObjectiveState}.
 */
public sealed interface Objective permits RkhsMargin, PaperForm {

    /** Reads an objective from configuration and writes it back with every default filled in. */
    Alternatives<Objective> TYPE = Alternatives.by(
            "formulation", "rkhs_margin", List.of(RkhsMarginOptions.DECLARATION, PaperFormOptions.DECLARATION));

    /** 1/nats, > 0. */
    double beta();

    Kernel kernel();

    Regulariser regulariser();

    /** Whose embeddings the semantic signal reads; empty without a signal. */
    Optional<Source> semanticSource();

    /**
     * Fits what {@link PairBatch#semantic} is read with to the embeddings of pairs, each [pairs, d]; the caller closes it.
     * Only of an objective with a {@link #semanticSource()}.
     *
     * @throws io.kernelign.objective.embedding.UnusableEmbeddingsException if nothing can be read from them
     */
    SemanticReading fitSemantics(Tensor prompt, Tensor chosen, Tensor rejected);

    /** The same, where the spread of the encoder's embeddings has been fitted before. */
    SemanticReading fitSemantics(EmbeddingSpread spread, Tensor prompt, Tensor chosen, Tensor rejected);

    /** The reading that {@link SemanticReading#toArrays} wrote; the caller closes it. */
    SemanticReading restoredSemantics(Map<String, float[]> arrays);

    /**
     * The loss of a batch. Every term is a mean over pairs, so a batch that is accumulated from parts has as its total the
     * sum of the parts' totals, each times its share of the pairs.
     */
    ObjectiveLoss evaluate(PairBatch batch, ObjectiveState state);

    /** What the objective keeps track of during training, by name, at its start. */
    Map<String, Float> initialStatistics();

    /** The statistics after one optimiser step. */
    Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step);

    /** The divergence whose mean {@link #evaluate} expects; empty when nothing need be computed. */
    default Optional<Divergence> divergence() {
        return Optional.of(regulariser()).filter(Regulariser::present).map(Regulariser::divergence);
    }

    /** The state before the first step; the caller closes it. */
    default ObjectiveState initialState() {
        return ObjectiveState.of(kernel().initialWeights(), initialStatistics());
    }

    /**
     * The state that {@link ObjectiveState#toArrays} wrote; the caller closes it.
     *
     * @throws IllegalArgumentException if the arrays are not those of this objective
     */
    default ObjectiveState restoredState(Map<String, float[]> arrays) {
        return StateArrays.read(arrays, kernel().initialWeights(), initialStatistics());
    }

    /** The state after one optimiser step. */
    default ObjectiveState afterStep(ObjectiveState state, StepSummary step) {
        return state.with(afterStep(state.statistics(), step));
    }

    /** The weights of the mixture at a state; empty when the kernel is no mixture. */
    default Optional<MixtureWeights> mixture(ObjectiveState state) {
        return kernel() instanceof WeightedKernel weighted ? Optional.of(weighted.weights(state)) : Optional.empty();
    }

    /** What is learned beside the policy, in the order of {@link ObjectiveState#weights}. */
    default List<Learned> learned() {
        return kernel().learned();
    }

    /** The pairs that are reserved for what is learned beside the policy; empty when it is learned on the same pairs. */
    default Optional<LearnOn.HeldOut> reserve() {
        return kernel() instanceof WeightedKernel weighted
                        && weighted.learning().learnOn() instanceof LearnOn.HeldOut heldOut
                ? Optional.of(heldOut)
                : Optional.empty();
    }

    /**
     * What a kernel's parameters have come to at a state, by name: the value of each learned scale and, of the margin's
     * formulation, the effective range of the kernel and of each kernel that it mixes.
     */
    default Map<String, Double> kernelFigures(ObjectiveState state) {
        return KernelFigures.of(this, state);
    }

    /** The term that keeps a mixture from collapsing (H.18). */
    default Tensor entropyTerm(ObjectiveState state) {
        return kernel() instanceof WeightedKernel weighted
                ? weighted.weights(state).entropy().times(-weighted.learning().eta())
                : Tensors.scalar(0);
    }

    /** Refuses a batch that lacks what this objective reads, or brings what it does not. */
    default void require(PairBatch batch) {
        if (batch.divergence().isPresent() != divergence().isPresent()) {
            throw new IllegalArgumentException(
                    "a mean divergence is given exactly when the objective has a divergence");
        }
        if (batch.semantic().isPresent() != semanticSource().isPresent()) {
            throw new IllegalArgumentException("a semantic signal is given exactly when the objective has one");
        }
    }
}
