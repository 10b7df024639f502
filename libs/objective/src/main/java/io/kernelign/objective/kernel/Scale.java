package io.kernelign.objective.kernel;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A positive parameter of a kernel that says what is near: fixed, or learned by its logarithm (N.1.4), so that it stays
 * positive and a step changes it by a share of itself.
 *
 * @param name kernel and parameter, as {@code rbf.sigma}
 * @param start its value, or where learning starts
 * @param least smallest value that it may have, > 0
 * @param most largest value that it may have
 * @param learningRate of its logarithm; empty when it is fixed
 */
public record Scale(String name, double start, double least, double most, OptionalDouble learningRate) {

    /** The parameter [1] at a state, of the type of what it scales; differentiable when it is learned. */
    Tensor of(Tensor scaled, ObjectiveState state) {
        return learned()
                .map(weight -> state.weights().get(weight.name()).exp())
                .orElseGet(() -> Tensors.full(start, scaled.dtype(), 1));
    }

    /** The parameter's value at a state. */
    public double value(ObjectiveState state) {
        try (var scope = Scope.plain()) {
            return learned()
                    .map(weight -> state.weights().get(weight.name()).exp().item())
                    .orElse(start);
        }
    }

    /** Its logarithm [1] as a learned weight; empty when it is fixed. */
    public Optional<Learned> learned() {
        return learningRate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Learned(
                        name + ".log",
                        new float[] {(float) Math.log(start)},
                        Math.log(least),
                        Math.log(most),
                        learningRate.getAsDouble()));
    }
}
