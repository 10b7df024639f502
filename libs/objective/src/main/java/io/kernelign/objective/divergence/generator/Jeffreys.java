package io.kernelign.objective.divergence.generator;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import java.util.List;
import java.util.Map;

/** Jeffreys divergence, KL(p || q) + KL(q || p): (p - q) d with d = log(p / q). */
public record Jeffreys() implements Generator {

    static final Declaration<Jeffreys> DECLARATION = new Declaration<>(
            "jeffreys",
            "Both KL divergences together: unbounded in both directions.",
            "f(t) = (t - 1) \\ln t",
            "F.6",
            Jeffreys.class,
            ObjectType.of(List.of(), values -> new Jeffreys(), generator -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var difference = odds.p().minus(odds.q());
        return new Sloped(difference.times(odds.d()), odds.p().times(odds.d()).plus(difference));
    }
}
