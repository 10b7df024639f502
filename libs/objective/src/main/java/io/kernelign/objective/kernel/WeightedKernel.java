package io.kernelign.objective.kernel;

/** A weighted sum of kernels whose weights are learned with the policy. */
public interface WeightedKernel extends Kernel {

    /** How the weights are learned. */
    WeightLearning learning();

    /** The weights at a state; differentiable with respect to what is learned. */
    MixtureWeights weights(ObjectiveState state);
}
