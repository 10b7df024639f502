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
import java.util.List;
import java.util.Map;

/**
 * Polynomial, (u v + c)^d (Sec. 3, E.1). Large margins are stretched: psi grows as |m|^d.
 *
 * @param c offset, >= 0.1
 * @param d degree, 1 to 5
 */
public record Polynomial(double c, int d) implements Kernel {

    private static final Field<Double> OFFSET = Field.defaulted(
            "c", Types.number(0.1, 1e12), 1.0, "Offset: the larger it is, the later the higher powers take over.");
    private static final Field<Integer> DEGREE =
            Field.defaulted("d", Types.integer(1, 5), 2, "Degree; 1 is plain DPO.");

    private static final Declaration<Polynomial> MARGIN_FORM = new Declaration<>(
            "polynomial",
            "Stretches large margins, so that pairs that are badly misranked are pulled hardest.",
            "D(m) = \\frac{(m^2 + c)^d - c^d}{d \\, c^{d-1}}",
            "Table 1, E.1",
            Polynomial.class,
            ObjectType.of(
                    List.of(OFFSET, DEGREE),
                    values -> new Polynomial(values.get(OFFSET), values.get(DEGREE)),
                    polynomial -> Map.of(OFFSET.name(), polynomial.c, DEGREE.name(), polynomial.d)));

    private static final Declaration<Polynomial> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "Powers of the log ratio: unbounded, and for an even degree blind to its sign.",
            "\\kappa(z) = (z + c)^d, \\quad \\kappa_e = \\left(\\frac{s_+ + c}{s_- + c}\\right)^d",
            "Table 1, E.1",
            Polynomial.class,
            MARGIN_FORM.options());

    static final KernelForms<Polynomial> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    /** By binomial expansion in u = m^2 / c: the sum over k = 1..d of C(d, k) / d u^(k-1). */
    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        var coefficients = new double[d];
        double binomial = 1;
        for (int k = 1; k <= d; k++) {
            binomial = binomial * (d - k + 1) / k;
            coefficients[k - 1] = binomial / d;
        }
        return Removable.horner(m.square().over(c), coefficients);
    }

    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        return z.plus(c).power(d);
    }

    @Override
    public Tensor value(Similarities similarities, SimilaritySignal signal, ObjectiveState state) {
        return likeness(similarities.chosen()).over(likeness(similarities.rejected()));
    }

    /** The kernel of two unit vectors by their similarity. */
    Tensor likeness(Tensor similarity) {
        return similarity.plus(c).power(d);
    }

    /** (u.u + c)^d + (v.v + c)^d - 2 (u.v + c)^d with u.u = v.v = 1, as a difference of powers. */
    @Override
    public FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        return (u, v) -> {
            var squared = FeatureDistance.euclidean(u, v);
            var product = squared.times(-0.5).plus(1 + c);
            var coefficients = new double[d];
            for (int k = 0; k < d; k++) {
                coefficients[k] = Math.pow(1 + c, d - 1.0 - k);
            }
            return squared.times(Removable.horner(product, coefficients));
        };
    }
}
