package io.kernelign.objective.divergence.generator;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import java.util.List;
import java.util.Map;

/** KL(p || q): p (d - 1) + q with d = log(p / q). */
public record Kl() implements Generator {

    static final Declaration<Kl> DECLARATION = new Declaration<>(
            "kl",
            "Grows without bound where the policy goes and the reference does not.",
            "f(t) = t \\ln t",
            "F.6",
            Kl.class,
            ObjectType.of(List.of(), values -> new Kl(), generator -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var slope = odds.p().times(odds.d());
        return new Sloped(slope.minus(odds.p()).plus(odds.q()), slope);
    }
}
