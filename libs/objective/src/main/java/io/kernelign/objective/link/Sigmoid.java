package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
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

    static final Declaration<Sigmoid> DECLARATION = new Declaration<>(
            "sigmoid",
            "DPO's logistic loss, the likelihood of a Bradley-Terry preference.",
            "-(1 - \\epsilon) \\log \\sigma(\\psi) - \\epsilon \\log \\sigma(-\\psi)",
            "arXiv 2305.18290, Eq. 7",
            Sigmoid.class,
            ObjectType.of(
                    List.of(LabelSmoothing.FIELD),
                    values -> new Sigmoid(values.get(LabelSmoothing.FIELD)),
                    sigmoid -> Map.of(LabelSmoothing.FIELD.name(), sigmoid.labelSmoothing)));

    @Override
    public Tensor loss(Tensor margin, double beta) {
        return LabelSmoothing.logistic(margin, labelSmoothing);
    }
}
