package io.kernelign.objective.divergence.generator;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import java.util.List;
import java.util.Map;

/** Squared Hellinger distance, (sqrt p - sqrt q)^2 / 2. */
public record SquaredHellinger() implements Generator {

    static final Declaration<SquaredHellinger> DECLARATION = new Declaration<>(
            "squared_hellinger",
            "Half the squared distance of the roots: in [0, 1], gentle on outliers.",
            "f(t) = \\tfrac12 (\\sqrt t - 1)^2",
            "F.6",
            SquaredHellinger.class,
            ObjectType.of(List.of(), values -> new SquaredHellinger(), generator -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var root = odds.p().sqrt();
        var difference = root.minus(odds.q().sqrt());
        return new Sloped(difference.square().times(0.5), difference.times(root).times(0.5));
    }
}
