package io.kernelign.objective.link;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * DPO's logistic loss; with label smoothing it is conservative DPO (cDPO, Mitchell, 2023).
 *
 * @param labelSmoothing assumed share of flipped labels, 0 to 0.5
 */
public record Sigmoid(double labelSmoothing) implements MarginLink {

    private static final Field<Double> LABEL_SMOOTHING = Field.defaulted(
            "labelSmoothing",
            Types.number(0, 0.5),
            0.0,
            "Share of labels assumed to be flipped (cDPO); 0 trusts them all.");

    static final Declaration<Sigmoid> DECLARATION = new Declaration<>(
            "sigmoid",
            "DPO's logistic loss, the likelihood of a Bradley-Terry preference.",
            "-(1 - \\epsilon) \\log \\sigma(\\psi) - \\epsilon \\log \\sigma(-\\psi)",
            "arXiv 2305.18290, Eq. 7",
            Sigmoid.class,
            ObjectType.of(
                    List.of(LABEL_SMOOTHING),
                    values -> new Sigmoid(values.get(LABEL_SMOOTHING)),
                    sigmoid -> Map.of(LABEL_SMOOTHING.name(), sigmoid.labelSmoothing)));

    @Override
    public Tensor loss(Tensor margin, double beta) {
        var kept = margin.logSigmoid().times(labelSmoothing - 1);
        return labelSmoothing == 0
                ? kept
                : kept.minus(margin.negated().logSigmoid().times(labelSmoothing));
    }
}
