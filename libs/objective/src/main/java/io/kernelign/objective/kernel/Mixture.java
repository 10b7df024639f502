package io.kernelign.objective.kernel;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Optional;

/** Learned mixture of four kernels, sum_i lambda_i kappa_i with lambda = softmax(theta) (Sec. 6). */
public record Mixture(Components components, WeightLearning learning) implements WeightedKernel {

    static final String THETA = "theta";

    private static final Declaration<Mixture> MARGIN_FORM = new Declaration<>(
            "mixture",
            "Weighs rbf, polynomial, spectral and Mahalanobis kernels, and learns the weights.",
            "D(m) = \\sum_{i=1}^4 \\lambda_i D_i(m), \\quad \\lambda = \\mathrm{softmax}(\\theta)",
            "Sec. 6, H.2",
            Mixture.class,
            options(Components.MARGIN));

    private static final Declaration<Mixture> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "Weighs the four kernels, and learns the weights.",
            "\\kappa(z) = \\sum_{i=1}^4 \\lambda_i \\kappa_i(z), \\quad \\kappa_e = \\sum_{i=1}^4 \\lambda_i \\kappa_{e,i}",
            "Sec. 6, H.2",
            Mixture.class,
            options(Components.PAPER));

    static final KernelForms<Mixture> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    private static ObjectType<Mixture> options(ComponentFields components) {
        return ObjectType.of(
                components.with(WeightLearning.FLAT),
                values -> new Mixture(components.read(values), values.get(WeightLearning.FLAT)),
                mixture -> components.write(mixture.components, WeightLearning.FLAT, mixture.learning));
    }

    @Override
    public MixtureWeights weights(ObjectiveState state) {
        var lambda = MixtureWeights.softmax(
                state.weights().get(THETA), learning.floors().lambda());
        return new MixtureWeights(lambda, Optional.empty(), lambda);
    }

    @Override
    public List<Learned> logits() {
        return List.of(Learned.logits(THETA, MixtureWeights.NAMES.size(), learning.learningRate()));
    }

    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        return components.value(z, weights(state).effective(), state);
    }

    @Override
    public Tensor value(Similarities similarities, SimilaritySignal signal, ObjectiveState state) {
        return components.value(similarities, signal, weights(state).effective(), state);
    }
}
