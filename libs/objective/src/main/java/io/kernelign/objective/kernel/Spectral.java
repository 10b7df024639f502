package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import io.kernelign.input.Values;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.declare.Shares;
import io.kernelign.objective.embedding.EmbeddingFit;
import io.kernelign.objective.embedding.FeatureDistance;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Sum of damped waves, sum_i w_i exp(-l_i t^2) cos(o_i t) with t = u - v (Sec. 3, E.3).
 *
 * @param l damping of each component, > 0
 * @param o frequency of each component, >= 0
 * @param w weight of each component; they sum to 1, but for formulation paper each is 1
 * @param scale factor on margins before they are measured, D(scale m) / scale^2: the same as l scale^2 and o scale
 */
public record Spectral(List<Double> l, List<Double> o, List<Double> w, Scale scale) implements Kernel {

    private static final int MOST = 16;
    /** Keeps the slope of the distance finite where two embeddings are equal. */
    private static final double TINY = 1e-12;

    private static final Field<List<Double>> DAMPING =
            Field.defaulted("l", list(1e-9), List.of(0.05, 0.2, 0.8), "Damping of each component.");
    private static final Field<List<Double>> FREQUENCY = Field.defaulted(
            "o", list(0), List.of(0.1, 0.3, 0.6), "Frequency of each component, radians per unit of margin.");
    private static final Field<List<Double>> WEIGHT = Field.optional(
            "w",
            Types.listOf(Types.number(0, 1), 1, MOST),
            "Weight of each component; they sum to 1. Equal weights when absent.");

    private static final ScaleFields SCALE = ScaleFields.of(
            "spectral", "scale", 1e-3, 1e3, 1, "Factor on what is measured, the same as l scale^2 and o scale.");

    private static final String AS_MANY = "as many numbers as l";
    private static final Refusal OTHER_FREQUENCIES = otherLength(FREQUENCY, Map.of("o", List.of(0.1)));
    private static final Refusal OTHER_WEIGHTS = otherLength(WEIGHT, Map.of("w", List.of(0.5, 0.5)));
    private static final Refusal NO_SHARES = Shares.refusal(
            WEIGHT,
            "numbers that sum to 1",
            "kernel",
            Map.of("w", List.of(0.5, 0.2, 0.2)),
            values -> values.find(WEIGHT));

    private static final Declaration<Spectral> MARGIN_FORM = new Declaration<>(
            "spectral",
            "Distances at several scales at once: near, middle and far margins each have a component of their own.",
            "D(m) = \\frac{\\sum_i 2 w_i \\left(1 - e^{-l_i m^2} \\cos(o_i m)\\right)}{\\sum_i w_i (2 l_i + o_i^2)}",
            "Table 1, E.3",
            Spectral.class,
            ObjectType.of(fields(DAMPING, FREQUENCY, WEIGHT), Spectral::build, Spectral::write),
            List.of(OTHER_FREQUENCIES, OTHER_WEIGHTS, NO_SHARES, SCALE.rateWithoutLearning()));

    private static final Declaration<Spectral> PAPER_FORM = new Declaration<>(
            MARGIN_FORM.name(),
            "A sum of damped waves of the log ratio.",
            "\\kappa(z) = \\sum_i e^{-l_i z^2} \\cos(o_i z)",
            "Table 1, E.3",
            Spectral.class,
            ObjectType.of(fields(DAMPING, FREQUENCY), Spectral::buildUnweighted, Spectral::writeUnweighted),
            List.of(OTHER_FREQUENCIES, SCALE.rateWithoutLearning()));

    static final KernelForms<Spectral> FORMS = new KernelForms<>(MARGIN_FORM, PAPER_FORM);

    private static List<Field<?>> fields(Field<?>... lists) {
        return Stream.concat(Stream.of(lists), SCALE.all().stream()).toList();
    }

    private static ValueType<List<Double>> list(double least) {
        return Types.listOf(Types.number(least, 1e3), 1, MOST);
    }

    private static Spectral build(Values values) {
        var l = values.get(DAMPING);
        var w = values.find(WEIGHT).orElse(Collections.nCopies(l.size(), 1.0 / l.size()));
        return new Spectral(l, values.get(FREQUENCY), w, SCALE.read(values));
    }

    /** Table 1 adds the components up as they are. */
    private static Spectral buildUnweighted(Values values) {
        var l = values.get(DAMPING);
        return new Spectral(l, values.get(FREQUENCY), Collections.nCopies(l.size(), 1.0), SCALE.read(values));
    }

    private static Map<String, Object> writeUnweighted(Spectral spectral) {
        var object = SCALE.write(spectral.scale);
        object.put(DAMPING.name(), spectral.l);
        object.put(FREQUENCY.name(), spectral.o);
        return object;
    }

    private static Refusal otherLength(Field<List<Double>> list, Map<String, Object> example) {
        return new Refusal(
                list,
                AS_MANY,
                "l holds another number of them",
                "each component has one of each",
                example,
                values -> values.find(list)
                        .filter(numbers -> numbers.size() != values.get(DAMPING).size())
                        .isPresent());
    }

    private static Map<String, Object> write(Spectral spectral) {
        var object = writeUnweighted(spectral);
        object.put(WEIGHT.name(), spectral.w);
        return object;
    }

    /**
     * With 1 - exp(-a) cos(b) = -expm1(-a) + 2 exp(-a) sin^2(b/2), each component over m^2 is
     * l (1 - exp(-a)) / a + exp(-a) o^2/2 (sin(b/2) / (b/2))^2 for a = l m^2, b = o m.
     */
    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        var column = m.times(scale.of(m, state)).unsqueeze(-1);
        var a = column.square().times(constants(l, m));
        var halfB = column.times(constants(o, m)).times(0.5);
        var damped = Removable.decay(a).times(constants(l, m));
        var waves = a.negated()
                .exp()
                .times(Removable.sinc(halfB).square())
                .times(constants(o, m).square().times(0.5));
        return damped.plus(waves).times(constants(w, m)).sum(-1).times(2 / curvature());
    }

    @Override
    public List<Scale> scales() {
        return List.of(scale);
    }

    @Override
    public OptionalDouble effectiveRange(ObjectiveState state) {
        return OptionalDouble.of(EffectiveRange.of(m -> likeness(m, state)));
    }

    Likeness likeness(double m, ObjectiveState state) {
        double factor = scale.value(state);
        double square = factor * factor;
        double all = 0;
        double left = 0;
        for (int i = 0; i < l.size(); i++) {
            all += w.get(i);
            left += w.get(i) * Math.exp(-l.get(i) * square * m * m);
        }
        return new Likeness(left, all).times(1 / (square * curvature()));
    }

    private double curvature() {
        double sum = 0;
        for (int i = 0; i < l.size(); i++) {
            sum += w.get(i) * (2 * l.get(i) + o.get(i) * o.get(i));
        }
        return sum;
    }

    private static Tensor constants(List<Double> values, Tensor like) {
        return Tensors.of(values.stream().mapToDouble(Double::doubleValue).toArray(), values.size())
                .to(like.dtype());
    }

    @Override
    public Tensor value(Tensor z, ObjectiveState state) {
        var column = z.times(scale.of(z, state)).unsqueeze(-1);
        var damping = column.square().times(constants(l, z)).negated().exp();
        return damping.times(column.times(constants(o, z)).cos())
                .times(constants(w, z))
                .sum(-1);
    }

    /** The kernel of two unit vectors by their similarity (1 + cosine) / 2. */
    Tensor likeness(Tensor similarity, ObjectiveState state) {
        return value(Similarities.squaredDistance(similarity).plus(TINY).sqrt(), state);
    }

    /**
     * sum_i exp(-l_i |u - v|^2) phi_i(u) phi_i(v), phi_i the projection on the i-th principal component (E.3). The dampings
     * go to the components in turn, each over the median squared distance.
     */
    @Override
    public FeatureDistance onEmbeddings(SemanticSignal signal, EmbeddingFit fit) {
        var damping = new double[(int) fit.components().size(0)];
        for (int i = 0; i < damping.length; i++) {
            damping[i] = l.get(i % l.size()) / (fit.median() * fit.median());
        }
        return (u, v) -> {
            var phiU = u.matmul(fit.components().transpose(0, 1));
            var phiV = v.matmul(fit.components().transpose(0, 1));
            var exponent = FeatureDistance.euclidean(u, v)
                    .unsqueeze(-1)
                    .times(Tensors.of(damping, damping.length).to(u.dtype()));
            return phiU.minus(phiV)
                    .square()
                    .minus(phiU.times(phiV).times(exponent.negated().expm1()).times(2))
                    .sum(-1);
        };
    }
}
