package io.kernelign.objective.link;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A loss that was found by search over programs: logistic and exponential, blended by the margin itself.
 * At indifference its slope is (1 - ln 2) / (4 tau) - 3/4, which is positive for tau < 0.10: with the paper's 0.05 a step from
 * the reference first moves against the label. The exponential and its share are multiplied as logarithms: where one overflows the other vanishes.
 *
 * @param tau width of the blend, at most 1: wider, the exponential of a badly ranked pair overflows
 */
public record Discopop(double tau) implements MarginLink {

    private static final Field<Double> TAU = Field.defaulted(
            "tau", Types.number(1e-3, 1), 0.05, "Width of the blend between both, in units of the margin.");

    static final Declaration<Discopop> DECLARATION = new Declaration<>(
            "discopop",
            "Logistic for bad pairs and exponential for good ones, found by search (DiscoPOP).",
            "(1 - \\sigma(\\psi / \\tau)) (-\\log \\sigma(\\psi)) + \\sigma(\\psi / \\tau) e^{-\\psi}",
            "arXiv 2406.08414, Eq. 5",
            Discopop.class,
            ObjectType.of(
                    List.of(TAU),
                    values -> new Discopop(values.get(TAU)),
                    discopop -> Map.of(TAU.name(), discopop.tau)));

    @Override
    public Tensor loss(Tensor margin, double beta) {
        var modulation = margin.over(tau);
        var logistic = margin.logSigmoid().times(modulation.negated().sigmoid()).negated();
        var exponential = modulation.logSigmoid().minus(margin).exp();
        return logistic.plus(exponential);
    }
}
