package io.kernelign.objective.kernel;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an objective carries from step to step, beside the policy: a value that the training loop passes through and that
 * every checkpoint holds. The weights are FLOAT32 leaves that an optimiser updates in place; every state of one run shares
 * them, and whoever made the first one closes it.
 *
 * @param weights learned weights by name, in a fixed order; empty when the kernel learns nothing
 * @param statistics running statistics by name; single precision, so that a checkpoint holds them exactly
 */
public record ObjectiveState(Map<String, Tensor> weights, Map<String, Float> statistics) implements AutoCloseable {

    public ObjectiveState {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        statistics = Map.copyOf(statistics);
    }

    /** A state with weights of its own, ready to be differentiated. */
    public static ObjectiveState of(Map<String, float[]> weights, Map<String, Float> statistics) {
        var leaves = new LinkedHashMap<String, Tensor>();
        try (var scope = Scope.plain()) {
            weights.forEach((name, values) -> leaves.put(
                    name, Tensors.of(values, values.length).requireGradient().retain()));
        }
        return new ObjectiveState(leaves, statistics);
    }

    /** The same values, of which the weights are constants to backward; they belong to the innermost scope. */
    public ObjectiveState detached() {
        var constants = new LinkedHashMap<String, Tensor>();
        weights.forEach((name, weight) -> constants.put(name, weight.detached()));
        return new ObjectiveState(constants, statistics);
    }

    /** The same weights beside other statistics. */
    public ObjectiveState with(Map<String, Float> statistics) {
        return new ObjectiveState(weights, statistics);
    }

    /** Weights and statistics as named arrays, for a checkpoint. */
    public Map<String, float[]> toArrays() {
        var arrays = new LinkedHashMap<String, float[]>();
        try (var scope = Scope.plain()) {
            weights.forEach((name, weight) -> arrays.put(name, weight.floats()));
        }
        statistics.forEach((name, value) -> arrays.put(name, new float[] {value}));
        return arrays;
    }

    @Override
    public void close() {
        weights.values().forEach(Tensor::close);
    }
}
