package io.kernelign.objective.kernel;

import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.torch.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A kernel, as both formulations use it. On preference margins implementations give D(m) / m^2, never D itself: it is
 * smooth and positive at 0, where the square root of D has no finite slope.
 */
public interface Kernel {

    /** The largest margin whose powers are all float32; only f-DPO's exponential scores make larger ones. */
    double FARTHEST = 1e4;

    /** Margins as kernels see them: what is farther than {@link #FARTHEST} is as far. */
    static Tensor within(Tensor m) {
        return m.atMost(FARTHEST).atLeast(-FARTHEST);
    }

    /**
     * D(m) / m^2: 1 at 0, even, positive, with finite values and gradients for |m| up to {@link #FARTHEST} in FLOAT32.
     *
     * @param m margins [pairs], dimensionless
     * @return [pairs]
     */
    Tensor ratio(Tensor m, ObjectiveState state);

    /** The kernelised margin psi(m) [pairs]: odd, slope 1 at 0, constant beyond {@link #FARTHEST}. */
    default Tensor psi(Tensor m, ObjectiveState state) {
        var near = within(m);
        return near.times(ratio(near, state).sqrt());
    }

    /**
     * kappa(z), the kernel as the paper writes it (Table 1).
     *
     * @param z log ratio of chosen to rejected under the policy alone [pairs], nats
     * @return [pairs]
     */
    Tensor value(Tensor z, ObjectiveState state);

    /**
     * kappa of the two responses' similarities to the prompt (Table 1): where it says nothing else, {@link #value} of
     * their ratio.
     *
     * @return [pairs]
     */
    default Tensor value(Similarities similarities, SimilaritySignal signal, ObjectiveState state) {
        return value(similarities.ratio(), state);
    }

    /** The kernel on embeddings: its distance of two unit vectors. */
    FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit);

    /** The kernels that a mixture is made of, by name; empty for a kernel of its own. */
    default Map<String, Kernel> parts() {
        return Map.of();
    }

    /** Whether the kernel is of this kind, or mixes one. */
    default boolean holds(Class<? extends Kernel> kind) {
        return kind.isInstance(this) || parts().values().stream().anyMatch(kind::isInstance);
    }

    /** The parameters that say what is near, fixed or learned. */
    default List<Scale> scales() {
        return List.of();
    }

    /** What the kernel learns beside the policy, in a fixed order. */
    default List<Learned> learned() {
        return scales().stream().map(Scale::learned).flatMap(Optional::stream).toList();
    }

    /** What the kernel learns, by name, at its start. */
    default Map<String, float[]> initialWeights() {
        var weights = new LinkedHashMap<String, float[]>();
        learned().forEach(weight -> weights.put(weight.name(), weight.initial()));
        return weights;
    }

    /**
     * How far from indifference the kernel sees, H.9: the margin at which it has fallen to a hundredth; > 0. Empty for a
     * kernel without a scale, which sees everything.
     */
    OptionalDouble effectiveRange(ObjectiveState state);

    /** What the kernel keeps track of during training, by name, at its start. */
    default Map<String, Float> initialStatistics() {
        return Map.of();
    }

    /** The statistics after one optimiser step. */
    default Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step) {
        return statistics;
    }
}
