package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Radial basis function, exp(-(u - v)^2 / 2 sigma^2) (Sec. 3, E.2). psi stays below sqrt(2) sigma.
 *
 * @param marginSigma width in units of the margin, > 0
 */
public record Rbf(double marginSigma) implements Kernel {

    private static final Field<Double> SIGMA = Field.defaulted(
            "sigma",
            Types.number(1e-3, 1e6),
            1.0,
            "Width of the kernel in units of the margin: margins beyond about 3 sigma are no longer pushed.");
    private static final ObjectType<Double> MARGIN =
            ObjectType.of(List.of(SIGMA), values -> values.get(SIGMA), sigma -> Map.of(SIGMA.name(), sigma));
    private static final Field<Double> MARGIN_FIELD =
            Field.defaulted("margin", MARGIN, SIGMA.fallback(), "The kernel's scale on margins.");

    private static final Declaration<Rbf> MARGIN_FORM = new Declaration<>(
            "rbf",
            "Caps the margin at sqrt(2) sigma: limits what flipped labels teach, but can strand a badly misranked pair.",
            "D(m) = 2 \\sigma^2 \\left(1 - e^{-m^2 / 2 \\sigma^2}\\right)",
            "Table 1, E.2",
            Rbf.class,
            ObjectType.of(
                    List.of(MARGIN_FIELD),
                    values -> new Rbf(values.get(MARGIN_FIELD)),
                    rbf -> Map.of(MARGIN_FIELD.name(), MARGIN.write(rbf.marginSigma))));

    private static final Declaration<Rbf> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "Largest at indifference: maximised, it teaches the policy not to prefer.",
            "\\kappa(z) = e^{-z^2 / 2 \\sigma^2}, \\quad \\kappa_e = e^{-r^2 / 2 \\sigma^2}",
            "Table 1, E.2",
            Rbf.class,
            MARGIN_FORM.options());

    static final KernelForms<Rbf> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        return ratio(m, marginSigma * marginSigma);
    }

    static Tensor ratio(Tensor m, double variance) {
        return Removable.decay(m.square().times(0.5 / variance));
    }

    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        return gaussian(z.square(), marginSigma);
    }

    /** The kernel of two unit vectors by their similarity (1 + cosine) / 2. */
    Tensor likeness(Tensor similarity) {
        return gaussian(Similarities.squaredDistance(similarity), marginSigma);
    }

    static Tensor gaussian(Tensor squaredDistance, double sigma) {
        return squaredDistance.times(-0.5 / (sigma * sigma)).exp();
    }

    @Override
    public FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        double sigma = signal.sigma().orElse(fit.median());
        return (u, v) -> FeatureDistance.radial(FeatureDistance.euclidean(u, v), sigma * sigma);
    }
}
