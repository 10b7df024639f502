package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/** Bhattacharyya distance, minus the log of the overlap of both distributions (Table 2, F.4). */
public record Bhattacharyya() implements Divergence {

    static final Declaration<Bhattacharyya> DECLARATION = new Declaration<>(
            "bhattacharyya",
            "Minus the log of the overlap of the two distributions; symmetric.",
            "-\\log \\sum_v \\sqrt{p_v q_v}",
            "Table 2, F.4",
            Bhattacharyya.class,
            ObjectType.of(List.of(), values -> new Bhattacharyya(), bhattacharyya -> Map.of()));

    @Override
    public Tensor perToken(Tensor logP, Tensor logQ) {
        return logP.plus(logQ).times(0.5).logSumExp(-1).negated();
    }
}
