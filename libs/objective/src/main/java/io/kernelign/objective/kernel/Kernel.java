package io.kernelign.objective.kernel;

import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.torch.Tensor;
import java.util.Map;

/**
 * A kernel, as both formulations use it. On preference margins implementations give D(m) / m^2, never D itself: it is
 * smooth and positive at 0, where the square root of D has no finite slope.
 */
public interface Kernel {

    /**
     * D(m) / m^2: 1 at 0, even, positive, with finite values and gradients for |m| up to 1e4 in FLOAT32.
     *
     * @param m margins [pairs], dimensionless
     * @return [pairs]
     */
    Tensor ratio(Tensor m, ObjectiveState state);

    /** The kernelised margin psi(m) [pairs]: odd, slope 1 at 0. */
    default Tensor psi(Tensor m, ObjectiveState state) {
        return m.times(ratio(m, state).sqrt());
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

    /** What the kernel learns beside the policy, by name, at its start. */
    default Map<String, float[]> initialWeights() {
        return Map.of();
    }

    /** What the kernel keeps track of during training, by name, at its start. */
    default Map<String, Float> initialStatistics() {
        return Map.of();
    }

    /** The statistics after one optimiser step. */
    default Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step) {
        return statistics;
    }
}
