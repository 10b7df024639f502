package io.kernelign.objective.kernel;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Optional;

/**
 * Hierarchical mixture of kernels, tau_1 (lambda_1 K_rbf + lambda_2 K_poly) + tau_2 (lambda_3 K_spectral + lambda_4 K_maha)
 * with lambda = softmax(theta), tau = softmax(phi) (Sec. 6.1, H.8), its four weights scaled to sum 1.
 */
public record Hmk(Components components, WeightLearning learning) implements WeightedKernel {

    private static final String PHI = "phi";

    private static final Declaration<Hmk> MARGIN_FORM = new Declaration<>(
            "hmk",
            "Weighs local (rbf, polynomial) against global (spectral, Mahalanobis) kernels and each within, and learns both.",
            "D(m) = \\frac{\\sum_i w_i D_i(m)}{\\sum_i w_i}, \\quad w = (\\tau_1 \\lambda_1, \\tau_1 \\lambda_2,"
                    + " \\tau_2 \\lambda_3, \\tau_2 \\lambda_4), \\quad \\lambda = \\mathrm{softmax}(\\theta),"
                    + " \\tau = \\mathrm{softmax}(\\phi)",
            "Sec. 6.1, H.8, Table 1",
            Hmk.class,
            options(Components.MARGIN));

    private static final Declaration<Hmk> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "Weighs local and global kernels and each within, and learns both.",
            "\\kappa(z) = \\tau_1 (\\lambda_1 \\kappa_1 + \\lambda_2 \\kappa_2) + \\tau_2 (\\lambda_3 \\kappa_3 + \\lambda_4 \\kappa_4)(z), \\quad"
                    + " \\kappa_e = \\tau_1 \\frac{(\\lambda_1 K_1 + \\lambda_2 K_2)(e_x, e_+)}{(\\lambda_1 K_1 + \\lambda_2 K_2)(e_x, e_-)}"
                    + " + \\tau_2 \\frac{(\\lambda_3 K_3 + \\lambda_4 K_4)(e_x, e_+)}{(\\lambda_3 K_3 + \\lambda_4 K_4)(e_x, e_-)}",
            "Sec. 6.1, H.8, Table 1",
            Hmk.class,
            options(Components.PAPER));

    static final KernelForms<Hmk> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    private static ObjectType<Hmk> options(ComponentFields components) {
        return ObjectType.of(
                components.with(WeightLearning.HIERARCHICAL),
                values -> new Hmk(components.read(values), values.get(WeightLearning.HIERARCHICAL)),
                hmk -> components.write(hmk.components, WeightLearning.HIERARCHICAL, hmk.learning));
    }

    @Override
    public MixtureWeights weights(ObjectiveState state) {
        var products = products(state);
        return new MixtureWeights(lambda(state), Optional.of(tau(state)), products.over(products.sum()));
    }

    /** tau_1 lambda_1, tau_1 lambda_2, tau_2 lambda_3, tau_2 lambda_4 [4]; their sum depends on both. */
    private Tensor products(ObjectiveState state) {
        var tau = tau(state);
        var local = tau.slice(0, 0, 1);
        var global = tau.slice(0, 1, 2);
        return lambda(state).times(Tensors.concat(List.of(local, local, global, global), 0));
    }

    private Tensor lambda(ObjectiveState state) {
        return MixtureWeights.softmax(
                state.weights().get(Mixture.THETA), learning.floors().lambda());
    }

    private Tensor tau(ObjectiveState state) {
        return MixtureWeights.softmax(
                state.weights().get(PHI), learning.floors().tau());
    }

    @Override
    public List<Learned> logits() {
        return List.of(
                Learned.logits(Mixture.THETA, MixtureWeights.NAMES.size(), learning.learningRate()),
                Learned.logits(PHI, 2, learning.learningRate()));
    }

    /** The products tau lambda as they are: here nothing divides by their sum. */
    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        return components.value(z, products(state), state);
    }

    /** tau_1 times the ratio of the local kernels' sums, plus tau_2 times that of the global ones (Table 1). */
    @Override
    public Tensor value(Similarities similarities, SimilaritySignal signal, ObjectiveState state) {
        var weights = weights(state);
        var chosen = components
                .likeness(similarities.chosen(), signal, state)
                .times(weights.lambda().unsqueeze(1));
        var rejected = components
                .likeness(similarities.rejected(), signal, state)
                .times(weights.lambda().unsqueeze(1));
        var local = chosen.slice(0, 0, 2).sum(0).over(rejected.slice(0, 0, 2).sum(0));
        var global = chosen.slice(0, 2, 4).sum(0).over(rejected.slice(0, 2, 4).sum(0));
        return Tensors.stack(List.of(local, global), 0)
                .times(weights.tau().orElseThrow().unsqueeze(1))
                .sum(0);
    }
}
