package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Radial, with the width that the margins themselves have (Sec. 3, E.4): the running mean of m^2, their spread around
 * indifference. It starts at 1 and is a constant to backward.
 *
 * @param ema share of the old mean that one optimiser step keeps, 0 to 1
 * @param floor least sigma^2, > 0
 * @param mu log ratio at which the paper's form is largest, nats
 * @param sigma width of the paper's form, nats, > 0
 */
public record Mahalanobis(double ema, double floor, double mu, double sigma) implements Kernel {

    static final String SPREAD = "mahalanobis.meanSquaredMargin";

    private static final Field<Double> EMA = Field.defaulted(
            "ema", Types.number(0, 1), 0.98, "Share of the running mean of m^2 that one optimiser step keeps.");
    private static final Field<Double> FLOOR =
            Field.defaulted("floor", Types.number(1e-6, 1e12), 0.25, "Least value of sigma^2.");

    private static final Field<Double> MU =
            Field.defaulted("mu", Types.number(-1e6, 1e6), 0.0, "Log ratio at which the kernel is largest, nats.");
    private static final Field<Double> SIGMA =
            Field.defaulted("sigma", Types.number(1e-3, 1e6), 1.0, "Width around mu, nats.");

    private static final Declaration<Mahalanobis> MARGIN_FORM = new Declaration<>(
            "mahalanobis",
            "As rbf, with a width that follows the spread of the margins.",
            "D(m) = 2 \\sigma^2 \\left(1 - e^{-m^2 / 2 \\sigma^2}\\right), \\quad"
                    + " \\sigma^2 = \\max(\\mathrm{floor}, \\mathrm{EMA}[m^2])",
            "Table 1, E.4",
            Mahalanobis.class,
            ObjectType.of(
                    List.of(EMA, FLOOR),
                    values -> new Mahalanobis(values.get(EMA), values.get(FLOOR), MU.fallback(), SIGMA.fallback()),
                    kernel -> Map.of(EMA.name(), kernel.ema, FLOOR.name(), kernel.floor)));

    private static final Declaration<Mahalanobis> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "As rbf, around a mean: a mean above 0 gives the log ratio something to reach.",
            "\\kappa(z) = e^{-(z - \\mu)^2 / 2 \\sigma^2}, \\quad \\kappa_e = e^{-(r - \\mu_e)^2 / 2 \\sigma_e^2}",
            "Table 1, E.4",
            Mahalanobis.class,
            ObjectType.of(
                    List.of(MU, SIGMA),
                    values -> new Mahalanobis(EMA.fallback(), FLOOR.fallback(), values.get(MU), values.get(SIGMA)),
                    kernel -> Map.of(MU.name(), kernel.mu, SIGMA.name(), kernel.sigma)));

    static final KernelForms<Mahalanobis> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        return Rbf.ratio(m, Tensors.full(Math.sqrt(variance(state)), m.dtype(), 1));
    }

    private double variance(ObjectiveState state) {
        return Math.max(floor, state.statistics().get(SPREAD));
    }

    @Override
    public OptionalDouble effectiveRange(ObjectiveState state) {
        return OptionalDouble.of(EffectiveRange.of(m -> likeness(m, state)));
    }

    Likeness likeness(double m, ObjectiveState state) {
        return Rbf.likeness(m, variance(state));
    }

    @Override
    public Map<String, Float> initialStatistics() {
        return Map.of(SPREAD, 1f);
    }

    @Override
    public Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step) {
        return Map.of(SPREAD, (float) (ema * statistics.get(SPREAD) + (1 - ema) * step.squaredMargin()));
    }

    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        return Rbf.gaussian(z.minus(mu), Tensors.full(sigma, z.dtype(), 1));
    }

    @Override
    public Tensor value(Similarities similarities, SimilaritySignal signal, ObjectiveState state) {
        var ratio = similarities.ratio();
        return Rbf.gaussian(ratio.minus(signal.mu()), Tensors.full(signal.sigma(), ratio.dtype(), 1));
    }

    /** The kernel of two unit vectors by their similarity (1 + cosine) / 2, with an isotropic covariance. */
    Tensor likeness(Tensor similarity, SimilaritySignal signal) {
        return Rbf.atSquaredDistance(
                Similarities.squaredDistance(similarity), Tensors.full(signal.sigma(), similarity.dtype(), 1));
    }

    /** exp(-(u - v)' S^-1 (u - v) / 2), S the embeddings' shrunk covariance (E.4) times the median of that form. */
    @Override
    public FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        return (u, v) -> FeatureDistance.radial(
                u.minus(v).matmul(fit.whitening()).square().sum(-1), 1);
    }
}
