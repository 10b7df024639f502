package io.kernelign.objective.divergence;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Renyi divergence of order a (Table 2, F.3). FLOAT32 rounding of the sum, about 1e-7, is divided by |a - 1|.
 *
 * @param order a > 0; within 1e-3 of 1 it is KL, its limit there
 */
public record Renyi(double order) implements Divergence {

    private static final double NEAR_KL = 1e-3;

    private static final Field<Double> ORDER = Field.defaulted(
            "order", Types.numberAbove(0, 100), 1.5, "Order: the larger, the more the worst tokens count; 1 is kl.");

    static final Declaration<Renyi> DECLARATION = new Declaration<>(
            "renyi",
            "A family around kl whose order says how much the worst ratios count.",
            "\\frac{1}{a - 1} \\log \\sum_v p_v^a q_v^{1-a}",
            "Table 2, F.3",
            Renyi.class,
            ObjectType.of(
                    List.of(ORDER),
                    values -> new Renyi(values.get(ORDER)),
                    renyi -> Map.of(ORDER.name(), renyi.order)));

    @Override
    public Tensor perToken(Tensor logP, Tensor logQ) {
        if (Math.abs(order - 1) < NEAR_KL) {
            return new KullbackLeibler().perToken(logP, logQ);
        }
        return logP.times(order).plus(logQ.times(1 - order)).logSumExp(-1).over(order - 1);
    }
}
