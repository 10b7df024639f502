package io.kernelign.objective.divergence.generator;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Refusal;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Alpha divergence: (p^a q^(1-a) - a p - (1 - a) q) / (a (a - 1)).
 *
 * @param order a, not 0 or 1, which kl and reverse_kl are
 */
public record Alpha(double order) implements Generator {

    private static final double LEAST_DISTANCE = 1e-2;

    private static final Field<Double> ORDER = Field.defaulted(
            "order", Types.number(-10, 10), 0.5, "Order: towards 1 it is kl, towards 0 reverse_kl; neither itself.");

    static final Declaration<Alpha> DECLARATION = new Declaration<>(
            "alpha",
            "A family from reverse_kl (0) over squared Hellinger (1/2) and kl (1) to chi squared (2).",
            "f(t) = \\frac{t^a - a t - 1 + a}{a (a - 1)}",
            "F.6",
            Alpha.class,
            ObjectType.of(
                    List.of(ORDER), values -> new Alpha(values.get(ORDER)), alpha -> Map.of(ORDER.name(), alpha.order)),
            List.of(new Refusal(
                    ORDER,
                    "a number at least 0.01 away from 0 (reverse_kl) and from 1 (kl)",
                    "it is nearer",
                    "the formula divides by both distances",
                    Map.of("order", 1),
                    values -> isNearKl(values.get(ORDER)))));

    private static boolean isNearKl(double order) {
        return Math.min(Math.abs(order), Math.abs(order - 1)) < LEAST_DISTANCE;
    }

    /** With g = (p^a q^(1-a) - p) / (a - 1), which is the derivative, the value is (g - p + q) / a. */
    @Override
    public Sloped at(Odds odds) {
        var slope = power(odds).minus(odds.p()).over(order - 1);
        return new Sloped(slope.minus(odds.p()).plus(odds.q()).over(order), slope);
    }

    /** p^a q^(1-a), from the side on which the exponential is at most 1 where there is one. */
    private Tensor power(Odds odds) {
        if (order > 1) {
            return odds.p().times(Odds.exp(odds.d().times(order - 1)));
        }
        if (order < 0) {
            return odds.q().times(Odds.exp(odds.d().times(order)));
        }
        var exponent = odds.d().times(order - 1).minimum(odds.d().times(order));
        return odds.p().maximum(odds.q()).times(exponent.exp());
    }
}
