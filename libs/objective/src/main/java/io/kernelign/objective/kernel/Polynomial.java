package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Polynomial, (u v + c)^d (Sec. 3, E.1). Large margins are stretched: psi grows as |m|^d.
 *
 * @param c offset
 * @param d degree, 1 to 5
 */
public record Polynomial(Scale c, int d) implements Kernel {

    private static final ScaleFields OFFSET = ScaleFields.of(
            "polynomial", "c", 0.1, 1e12, 1, "Offset: the larger it is, the later the higher powers take over.");
    private static final Field<Integer> DEGREE =
            Field.defaulted("d", Types.integer(1, 5), 2, "Degree; 1 is plain DPO.");

    private static final String LINE = "d is 1";
    private static final Refusal LEARNED_LINE = new Refusal(
            ScaleFields.LEARN,
            "false",
            LINE,
            "the offset of a line is no scale",
            Map.of("d", 1, "learn", true),
            values -> values.get(DEGREE) == 1 && values.get(ScaleFields.LEARN));

    private static final Declaration<Polynomial> MARGIN_FORM = new Declaration<>(
            "polynomial",
            "Stretches large margins, so that pairs that are badly misranked are pulled hardest.",
            "D(m) = \\frac{(m^2 + c)^d - c^d}{d \\, c^{d-1}}",
            "Table 1, E.1",
            Polynomial.class,
            options(Polynomial::writeMargin),
            List.of(
                    OFFSET.rateWithoutLearning(),
                    LEARNED_LINE,
                    Refusal.ofNoEffect(
                            OFFSET.value(), LINE, Map.of("d", 1, "c", 2), values -> values.get(DEGREE) == 1)));

    private static final Declaration<Polynomial> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "Powers of the log ratio: unbounded, and for an even degree blind to its sign.",
            "\\kappa(z) = (z + c)^d, \\quad \\kappa_e = \\left(\\frac{s_+ + c}{s_- + c}\\right)^d",
            "Table 1, E.1",
            Polynomial.class,
            options(Polynomial::write),
            List.of(OFFSET.rateWithoutLearning(), LEARNED_LINE));

    static final KernelForms<Polynomial> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    private static ObjectType<Polynomial> options(Function<Polynomial, Map<String, Object>> write) {
        return ObjectType.of(
                Stream.concat(OFFSET.all().stream(), Stream.of(DEGREE)).toList(),
                values -> new Polynomial(OFFSET.read(values), values.get(DEGREE)),
                write);
    }

    /** Without the offset of a line, on which no distance depends. */
    private static Map<String, Object> writeMargin(Polynomial polynomial) {
        var object = write(polynomial);
        if (polynomial.d == 1) {
            object.remove(OFFSET.value().name());
        }
        return object;
    }

    private static Map<String, Object> write(Polynomial polynomial) {
        var object = OFFSET.write(polynomial.c);
        object.put(DEGREE.name(), polynomial.d);
        return object;
    }

    /** By binomial expansion in u = m^2 / c: the sum over k = 1..d of C(d, k) / d u^(k-1). */
    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        var coefficients = new double[d];
        double binomial = 1;
        for (int k = 1; k <= d; k++) {
            binomial = binomial * (d - k + 1) / k;
            coefficients[k - 1] = binomial / d;
        }
        return Removable.horner(m.square().over(c.of(m, state)), coefficients);
    }

    @Override
    public List<Scale> scales() {
        return List.of(c);
    }

    @Override
    public OptionalDouble effectiveRange(ObjectiveState state) {
        return OptionalDouble.of(EffectiveRange.of(m -> likeness(m, state)));
    }

    Likeness likeness(double m, ObjectiveState state) {
        double offset = c.value(state);
        return new Likeness(offset / d, offset / d * Math.pow(1 + m * m / offset, d));
    }

    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        return z.plus(c.of(z, state)).power(d);
    }

    @Override
    public Tensor value(Similarities similarities, SimilaritySignal signal, ObjectiveState state) {
        return likeness(similarities.chosen(), state).over(likeness(similarities.rejected(), state));
    }

    /** The kernel of two unit vectors by their similarity. */
    Tensor likeness(Tensor similarity, ObjectiveState state) {
        return similarity.plus(c.of(similarity, state)).power(d);
    }

    /** (u.u + c)^d + (v.v + c)^d - 2 (u.v + c)^d with u.u = v.v = 1, as a difference of powers; c is the configured one. */
    @Override
    public FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        return (u, v) -> {
            var squared = FeatureDistance.euclidean(u, v);
            var product = squared.times(-0.5).plus(1 + c.start());
            var coefficients = new double[d];
            for (int k = 0; k < d; k++) {
                coefficients[k] = Math.pow(1 + c.start(), d - 1.0 - k);
            }
            return squared.times(Removable.horner(product, coefficients));
        };
    }
}
