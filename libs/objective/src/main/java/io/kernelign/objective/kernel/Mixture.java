package io.kernelign.objective.kernel;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import java.util.Map;
import java.util.Optional;

/** Learned mixture of four kernels, sum_i lambda_i kappa_i with lambda = softmax(theta) (Sec. 6). */
public record Mixture(Components components, WeightLearning learning) implements WeightedKernel {

    static final String THETA = "theta";

    static final Declaration<Mixture> DECLARATION = new Declaration<>(
            "mixture",
            "Weighs rbf, polynomial, spectral and Mahalanobis kernels, and learns the weights.",
            "D(m) = \\sum_{i=1}^4 \\lambda_i D_i(m), \\quad \\lambda = \\mathrm{softmax}(\\theta)",
            "Sec. 6, H.2",
            Mixture.class,
            ObjectType.of(
                    Components.FIELDS,
                    values -> new Mixture(Components.read(values), values.get(WeightLearning.FIELD)),
                    mixture -> mixture.components.write(mixture.learning)));

    @Override
    public MixtureWeights weights(ObjectiveState state) {
        var lambda = MixtureWeights.softmax(state.weights().get(THETA));
        return new MixtureWeights(lambda, Optional.empty(), lambda);
    }

    @Override
    public Map<String, float[]> initialWeights() {
        return Map.of(THETA, new float[MixtureWeights.NAMES.size()]);
    }
}
