package io.kernelign.objective.link;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Exact optimisation: the reverse KL of the policy's choice between both responses to the smoothed label.
 *
 * @param labelSmoothing probability that the label gives the rejected response, 1e-3 to 0.5
 */
public record ExoPair(double labelSmoothing) implements MarginLink {

    private static final Field<Double> LABEL_SMOOTHING = Field.defaulted(
            "labelSmoothing",
            Types.number(1e-3, 0.5),
            1e-3,
            "Probability that the label gives to the rejected response; its logarithm must exist.");

    static final Declaration<ExoPair> DECLARATION = new Declaration<>(
            "exo_pair",
            "Reverse KL from the policy's choice between the two responses to the smoothed label (EXO).",
            "\\sigma(\\psi) \\log \\frac{\\sigma(\\psi)}{1 - \\epsilon} + \\sigma(-\\psi) \\log \\frac{\\sigma(-\\psi)}{\\epsilon}",
            "arXiv 2402.00856, Eq. 16",
            ExoPair.class,
            ObjectType.of(
                    List.of(LABEL_SMOOTHING),
                    values -> new ExoPair(values.get(LABEL_SMOOTHING)),
                    exoPair -> Map.of(LABEL_SMOOTHING.name(), exoPair.labelSmoothing)));

    @Override
    public Tensor loss(Tensor margin, double beta) {
        var mirrored = margin.negated();
        var chosen = margin.sigmoid().times(margin.logSigmoid().minus(Math.log1p(-labelSmoothing)));
        var rejected = mirrored.sigmoid().times(mirrored.logSigmoid().minus(Math.log(labelSmoothing)));
        return chosen.plus(rejected);
    }
}
