package io.kernelign.objective.link;

import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.torch.Tensor;
import java.util.Map;

/** A loss of the two responses' rewards; it has no margin that a kernel could measure. */
public non-sealed interface RewardLink extends Link {

    /** @return [pairs] */
    Tensor loss(Rewards rewards, double beta, ObjectiveState state);

    /** What the link keeps track of during training, by name, at its start. */
    default Map<String, Float> initialStatistics() {
        return Map.of();
    }

    /** The statistics after one optimiser step. */
    default Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step) {
        return Map.of();
    }
}
