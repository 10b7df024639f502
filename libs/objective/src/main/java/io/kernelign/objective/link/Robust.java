package io.kernelign.objective.link;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * The logistic loss made unbiased for labels that are flipped at a known rate (rDPO).
 *
 * @param labelSmoothing the rate, 0 to 0.49
 */
public record Robust(double labelSmoothing) implements MarginLink {

    private static final Field<Double> LABEL_SMOOTHING = Field.defaulted(
            "labelSmoothing", Types.number(0, 0.49), 0.1, "Rate at which labels are assumed to be flipped.");

    static final Declaration<Robust> DECLARATION = new Declaration<>(
            "robust",
            "The logistic loss, corrected so that labels flipped at this rate leave its expectation unchanged (rDPO).",
            "\\frac{-(1 - \\epsilon) \\log \\sigma(\\psi) + \\epsilon \\log \\sigma(-\\psi)}{1 - 2 \\epsilon}",
            "arXiv 2403.00409, Eq. 9",
            Robust.class,
            ObjectType.of(
                    List.of(LABEL_SMOOTHING),
                    values -> new Robust(values.get(LABEL_SMOOTHING)),
                    robust -> Map.of(LABEL_SMOOTHING.name(), robust.labelSmoothing)));

    @Override
    public Tensor loss(Tensor margin, double beta) {
        var kept = margin.logSigmoid().times(labelSmoothing - 1);
        return kept.plus(margin.negated().logSigmoid().times(labelSmoothing)).over(1 - 2 * labelSmoothing);
    }
}
