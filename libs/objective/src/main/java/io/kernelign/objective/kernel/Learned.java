package io.kernelign.objective.kernel;

import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;

/**
 * A weight that is learned beside the policy, by gradient descent of its own (N.1.4).
 *
 * @param name under which {@link ObjectiveState#weights} holds it
 * @param initial its values at the start
 * @param least of every value; minus infinity for no bound
 * @param most of every value; infinity for no bound
 * @param learningRate its own, > 0
 */
public record Learned(String name, float[] initial, double least, double most, double learningRate) {

    /** Logits, which have no bounds and start equal. */
    static Learned logits(String name, int size, double learningRate) {
        return new Learned(name, new float[size], Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, learningRate);
    }

    /** Brings values that a step took out of their range back to its end, where their gradient still reaches them. */
    public void confine(Tensor weight) {
        try (var scope = Scope.plain()) {
            weight.assign(weight.atLeast(least).atMost(most));
        }
    }
}
