package io.kernelign.objective.link;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.torch.Tensor;

/** The logistic loss of labels of which a share is assumed to be flipped (cDPO, Mitchell, 2023). */
final class LabelSmoothing {

    static final Field<Double> FIELD = Field.defaulted(
            "labelSmoothing", Types.number(0, 0.5), 0.0, "Share of labels assumed to be flipped; 0 trusts them all.");

    private LabelSmoothing() {}

    /** -(1 - smoothing) log sigmoid(margin) - smoothing log sigmoid(-margin). */
    static Tensor logistic(Tensor margin, double smoothing) {
        var kept = margin.logSigmoid().times(smoothing - 1);
        return smoothing == 0 ? kept : kept.minus(margin.negated().logSigmoid().times(smoothing));
    }
}
