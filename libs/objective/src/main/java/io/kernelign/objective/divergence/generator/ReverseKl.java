package io.kernelign.objective.divergence.generator;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import java.util.List;
import java.util.Map;

/** KL(q || p): p - q (d + 1) with d = log(p / q). */
public record ReverseKl() implements Generator {

    static final Declaration<ReverseKl> DECLARATION = new Declaration<>(
            "reverse_kl",
            "Grows without bound where the reference goes and the policy does not.",
            "f(t) = -\\ln t",
            "F.6",
            ReverseKl.class,
            ObjectType.of(List.of(), values -> new ReverseKl(), generator -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var slope = odds.p().minus(odds.q());
        return new Sloped(slope.minus(odds.q().times(odds.d())), slope);
    }
}
