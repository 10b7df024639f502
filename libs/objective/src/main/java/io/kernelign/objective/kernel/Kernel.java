package io.kernelign.objective.kernel;

import io.kernelign.torch.Tensor;
import java.util.Map;

/**
 * A kernel on preference margins. Implementations give D(m) / m^2, never D itself: it is smooth and positive at 0, where
 * the square root of D has no finite slope.
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

    /** What the kernel learns beside the policy, by name, at its start. */
    default Map<String, float[]> initialWeights() {
        return Map.of();
    }

    /** What the kernel keeps track of during training, by name, at its start. */
    default Map<String, Float> initialStatistics() {
        return Map.of();
    }

    /**
     * The statistics after one optimiser step.
     *
     * @param meanSquaredMargin mean of m^2 over the whole accumulated batch
     */
    default Map<String, Float> afterStep(Map<String, Float> statistics, double meanSquaredMargin) {
        return statistics;
    }
}
