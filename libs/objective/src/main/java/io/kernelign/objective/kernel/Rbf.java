package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Radial basis function, exp(-(u - v)^2 / 2 sigma^2) (Sec. 3, E.2). psi stays below sqrt(2) sigma.
 *
 * @param marginSigma width in units of the margin
 */
public record Rbf(Scale marginSigma) implements Kernel {

    private static final ScaleFields SIGMA = ScaleFields.of(
            "rbf",
            "sigma",
            1e-3,
            1e6,
            1,
            "Width of the kernel in units of the margin: margins beyond about 3 sigma are no longer pushed.");
    private static final ObjectType<Scale> MARGIN = ObjectType.of(SIGMA.all(), SIGMA::read, SIGMA::write);
    private static final Field<Scale> MARGIN_FIELD =
            Field.defaulted("margin", MARGIN, SIGMA.byDefault(), "The kernel's scale on margins.");

    private static final ObjectType<Rbf> OPTIONS = ObjectType.of(
            List.of(MARGIN_FIELD),
            values -> new Rbf(values.get(MARGIN_FIELD)),
            rbf -> Map.of(MARGIN_FIELD.name(), MARGIN.write(rbf.marginSigma)));
    private static final List<Refusal> REFUSALS = List.of(SIGMA.rateWithoutLearning(MARGIN_FIELD));

    private static final Declaration<Rbf> MARGIN_FORM = new Declaration<>(
            "rbf",
            "Caps the margin at sqrt(2) sigma: limits what flipped labels teach, but can strand a badly misranked pair.",
            "D(m) = 2 \\sigma^2 \\left(1 - e^{-m^2 / 2 \\sigma^2}\\right)",
            "Table 1, E.2",
            Rbf.class,
            OPTIONS,
            REFUSALS);

    private static final Declaration<Rbf> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "Largest at indifference: maximised, it teaches the policy not to prefer.",
            "\\kappa(z) = e^{-z^2 / 2 \\sigma^2}, \\quad \\kappa_e = e^{-r^2 / 2 \\sigma^2}",
            "Table 1, E.2",
            Rbf.class,
            OPTIONS,
            REFUSALS);

    static final KernelForms<Rbf> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    /** Of a fixed width. */
    Rbf(double marginSigma) {
        this(SIGMA.fixed(marginSigma));
    }

    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        return ratio(m, marginSigma.of(m, state));
    }

    /** @param sigma [1] */
    static Tensor ratio(Tensor m, Tensor sigma) {
        return Removable.decay(m.over(sigma).square().times(0.5));
    }

    @Override
    public List<Scale> scales() {
        return List.of(marginSigma);
    }

    @Override
    public OptionalDouble effectiveRange(ObjectiveState state) {
        return OptionalDouble.of(EffectiveRange.of(m -> likeness(m, state)));
    }

    Likeness likeness(double m, ObjectiveState state) {
        return likeness(m, Math.pow(marginSigma.value(state), 2));
    }

    static Likeness likeness(double m, double variance) {
        return new Likeness(variance * Math.exp(-m * m / (2 * variance)), variance);
    }

    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        return gaussian(z, marginSigma.of(z, state));
    }

    /** The kernel of two unit vectors by their similarity (1 + cosine) / 2. */
    Tensor likeness(Tensor similarity, ObjectiveState state) {
        return atSquaredDistance(Similarities.squaredDistance(similarity), marginSigma.of(similarity, state));
    }

    /** @param sigma [1] */
    static Tensor gaussian(Tensor distance, Tensor sigma) {
        return distance.over(sigma).square().times(-0.5).exp();
    }

    /** @param sigma [1] */
    static Tensor atSquaredDistance(Tensor squared, Tensor sigma) {
        return squared.over(sigma.square()).times(-0.5).exp();
    }

    @Override
    public FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        double sigma = signal.sigma().orElse(fit.median());
        return (u, v) -> FeatureDistance.radial(FeatureDistance.euclidean(u, v), sigma * sigma);
    }
}
