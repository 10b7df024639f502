package io.kernelign.objective.kernel;

import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A weighted sum of kernels whose weights are learned with the policy; a sum of kernels is a kernel. */
public interface WeightedKernel extends Kernel {

    /** What is summed. */
    Components components();

    /** How the weights are learned. */
    WeightLearning learning();

    /** The logits of the weights at their start. */
    List<Learned> logits();

    @Override
    default List<Learned> learned() {
        return Stream.concat(logits().stream(), Kernel.super.learned().stream()).toList();
    }

    /** The weights at a state; differentiable with respect to what is learned. */
    MixtureWeights weights(ObjectiveState state);

    @Override
    default FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        return components().onEmbeddings(signal, fit);
    }

    @Override
    default Tensor ratio(Tensor m, ObjectiveState state) {
        return components().ratio(m, weights(state).effective(), state);
    }

    @Override
    default Map<String, Kernel> parts() {
        return components().byName();
    }

    @Override
    default List<Scale> scales() {
        return components().scales();
    }

    @Override
    default OptionalDouble effectiveRange(ObjectiveState state) {
        try (var scope = Scope.plain()) {
            var weights = weights(state).effective().doubles();
            return OptionalDouble.of(EffectiveRange.of(m -> components().likeness(m, weights, state)));
        }
    }

    @Override
    default Map<String, Float> initialStatistics() {
        return components().mahalanobis().initialStatistics();
    }

    @Override
    default Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step) {
        return components().mahalanobis().afterStep(statistics, step);
    }
}
