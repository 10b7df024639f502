package io.kernelign.objective.kernel;

import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.torch.Tensor;
import java.util.Map;

/** A weighted sum of kernels whose weights are learned with the policy; a sum of kernels is a kernel. */
public interface WeightedKernel extends Kernel {

    /** What is summed. */
    Components components();

    /** How the weights are learned. */
    WeightLearning learning();

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
    default Map<String, Float> initialStatistics() {
        return components().mahalanobis().initialStatistics();
    }

    @Override
    default Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step) {
        return components().mahalanobis().afterStep(statistics, step);
    }
}
