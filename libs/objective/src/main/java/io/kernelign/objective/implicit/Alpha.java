package io.kernelign.objective.implicit;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Alpha-divergence: f'(u) = (u^(a-1) - 1) / (a - 1), the log ratio in the limit a = 1. Overflow is cut at exp(80).
 *
 * @param order a, 0 to 2
 */
public record Alpha(double order) implements Implicit {

    private static final double NEAR_ONE = 1e-6;
    private static final double CEILING = 80;
    private static final Field<Double> ORDER =
            Field.defaulted("order", Types.number(0, 2), 0.5, "Order: 0 is forward_kl, 1 is reverse_kl.");

    static final Declaration<Alpha> DECLARATION = new Declaration<>(
            "alpha",
            "The alpha-divergence: between forward_kl (0) and reverse_kl (1).",
            "\\frac{u^{a - 1} - 1}{a - 1}",
            "arXiv 2309.16240, Table 1",
            Alpha.class,
            ObjectType.of(
                    List.of(ORDER),
                    values -> new Alpha(values.get(ORDER)),
                    alpha -> Map.of(ORDER.name(), alpha.order)));

    @Override
    public Tensor score(Tensor logRatio) {
        double power = order - 1;
        return Math.abs(power) < NEAR_ONE
                ? logRatio
                : logRatio.times(power).atMost(CEILING).expm1().over(power);
    }
}
