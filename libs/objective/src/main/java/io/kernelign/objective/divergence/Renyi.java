package io.kernelign.objective.divergence;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.generator.Alpha;
import java.util.List;
import java.util.Map;

/**
 * Renyi divergence of order a (Table 2, F.3). FLOAT32 rounding of the sum, about 1e-7, is divided by |a - 1|.
 *
 * @param order a > 0; within 1e-3 of 1 it is KL, its limit there
 */
public record Renyi(double order) implements VocabularyDivergence {

    private static final double NEAR_KL = 1e-3;
    private static final VocabularyDivergence KL = new KullbackLeibler();

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
    public Sloped at(Odds odds) {
        if (isKl()) {
            return KL.at(odds);
        }
        var powers = odds.logP().times(order).plus(odds.logQ().times(1 - order));
        var log = powers.logSumExp(-1);
        return new Sloped(
                log.over(order - 1), powers.minus(log.unsqueeze(-1)).exp().times(order / (order - 1)));
    }

    /** To first order it is the alpha divergence of the same order, times the order. */
    @Override
    public Sloped observed(Odds odds) {
        if (isKl()) {
            return KL.observed(odds);
        }
        var alpha = new Alpha(order).observed(odds);
        return new Sloped(alpha.value().times(order), alpha.slope().times(order));
    }

    private boolean isKl() {
        return Math.abs(order - 1) < NEAR_KL;
    }
}
