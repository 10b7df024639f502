package io.kernelign.objective.kernel;

import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * The weights of a mixture: positive, each of the three of sum 1.
 *
 * @param lambda one weight a kernel [4], in the order of {@link #NAMES}
 * @param tau weights of the local and the global pair [2]; only with a hierarchy
 * @param effective what each kernel is multiplied by [4]
 */
public record MixtureWeights(Tensor lambda, Optional<Tensor> tau, Tensor effective) {

    /** The kernels behind the weights. */
    public static final List<String> NAMES = List.of("rbf", "polynomial", "spectral", "mahalanobis");

    /** exp of its negative, about 4e-18, is the least that a weight can be beside the largest. */
    private static final double RANGE = 40;

    /**
     * floor + (1 - n floor) softmax of [n]: of sum 1, each above the floor, everywhere differentiable. The smallest values
     * of the softmax are lifted, so that no weight is 0 without a floor either.
     *
     * @param floor in [0, 1/n)
     */
    static Tensor softmax(Tensor logits, double floor) {
        var free = logits.logSoftmax(0).atLeast(-RANGE).softmax(0);
        return free.times(1 - logits.size(0) * floor).plus(floor);
    }

    /** H(lambda) + H(tau), nats; a number without dimensions. */
    public Tensor entropy() {
        var entropy = entropy(lambda);
        return tau.map(weights -> entropy.plus(entropy(weights))).orElse(entropy);
    }

    /** 1 - H(effective) / log 4: 0 when all kernels count equally, 1 when one is left (H.3). */
    public double collapseIndex() {
        return 1 - entropy(effective).item() / Math.log(NAMES.size());
    }

    private static Tensor entropy(Tensor weights) {
        return weights.times(weights.log()).sum().negated();
    }
}
