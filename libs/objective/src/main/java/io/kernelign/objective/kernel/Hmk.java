package io.kernelign.objective.kernel;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hierarchical mixture of kernels, tau_1 (lambda_1 K_rbf + lambda_2 K_poly) + tau_2 (lambda_3 K_spectral + lambda_4 K_maha)
 * with lambda = softmax(theta), tau = softmax(phi) (Sec. 6.1, H.8), its four weights scaled to sum 1.
 */
public record Hmk(Components components, WeightLearning learning) implements WeightedKernel {

    private static final String PHI = "phi";

    static final Declaration<Hmk> DECLARATION = new Declaration<>(
            "hmk",
            "Weighs local (rbf, polynomial) against global (spectral, Mahalanobis) kernels and each within, and learns both.",
            "D(m) = \\frac{\\sum_i w_i D_i(m)}{\\sum_i w_i}, \\quad w = (\\tau_1 \\lambda_1, \\tau_1 \\lambda_2,"
                    + " \\tau_2 \\lambda_3, \\tau_2 \\lambda_4), \\quad \\lambda = \\mathrm{softmax}(\\theta),"
                    + " \\tau = \\mathrm{softmax}(\\phi)",
            "Sec. 6.1, H.8, Table 1",
            Hmk.class,
            ObjectType.of(
                    Components.FIELDS,
                    values -> new Hmk(Components.read(values), values.get(WeightLearning.FIELD)),
                    hmk -> hmk.components.write(hmk.learning)));

    @Override
    public MixtureWeights weights(ObjectiveState state) {
        var lambda = MixtureWeights.softmax(state.weights().get(Mixture.THETA));
        var tau = MixtureWeights.softmax(state.weights().get(PHI));
        var local = tau.slice(0, 0, 1);
        var global = tau.slice(0, 1, 2);
        var products = lambda.times(Tensors.concat(List.of(local, local, global, global), 0));
        return new MixtureWeights(lambda, Optional.of(tau), products.over(products.sum()));
    }

    @Override
    public Map<String, float[]> initialWeights() {
        var weights = new LinkedHashMap<String, float[]>();
        weights.put(Mixture.THETA, new float[MixtureWeights.NAMES.size()]);
        weights.put(PHI, new float[2]);
        return weights;
    }
}
