package io.kernelign.objective.divergence.generator;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import java.util.List;
import java.util.Map;

/** Total variation, |p - q| / 2; its slope at p = q is taken as 0. */
public record TotalVariation() implements Generator {

    static final Declaration<TotalVariation> DECLARATION = new Declaration<>(
            "total_variation",
            "Half the absolute difference: in [0, 1], with slopes that do not vanish near the reference.",
            "f(t) = \\tfrac12 |t - 1|",
            "F.6",
            TotalVariation.class,
            ObjectType.of(List.of(), values -> new TotalVariation(), generator -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var difference = odds.p().minus(odds.q());
        return new Sloped(
                difference.abs().times(0.5), difference.sign().times(odds.p()).times(0.5));
    }
}
