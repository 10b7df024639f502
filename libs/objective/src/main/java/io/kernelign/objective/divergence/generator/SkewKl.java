package io.kernelign.objective.divergence.generator;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import java.util.List;
import java.util.Map;

/**
 * KL(p || m) of DistiLLM (Ko et al. 2024, equation 3), m = s p + (1 - s) q, so that p / m = sigmoid(x) / s with
 * x = log(p / q) - log((1 - s) / s).
 *
 * @param skew s, the share of the policy in m
 */
public record SkewKl(double skew) implements Generator {

    private static final Field<Double> SKEW = Field.defaulted(
            "skew",
            Types.number(0.001, 0.999),
            0.1,
            "Share of the policy in what it is compared with: towards 0 it is kl, towards 1 nothing is left of it.");

    static final Declaration<SkewKl> DECLARATION = new Declaration<>(
            "skew_kl",
            "Compares with a blend of policy and reference: follows kl where they are alike, bounded where they are not.",
            "f(t) = t \\ln \\frac{t}{s t + 1 - s}",
            "F.6",
            SkewKl.class,
            ObjectType.of(
                    List.of(SKEW), values -> new SkewKl(values.get(SKEW)), skewed -> Map.of(SKEW.name(), skewed.skew)));

    @Override
    public Sloped at(Odds odds) {
        var x = odds.d().minus(Math.log1p(-skew) - Math.log(skew));
        var aboveBlend = x.logSigmoid().minus(Math.log(skew));
        return new Sloped(
                odds.p().times(aboveBlend).minus(odds.p().minus(odds.q()).times(1 - skew)),
                odds.p().times(aboveBlend.minus(x.sigmoid()).plus(skew)));
    }
}
