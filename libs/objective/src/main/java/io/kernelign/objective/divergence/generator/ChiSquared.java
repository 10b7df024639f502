package io.kernelign.objective.divergence.generator;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import java.util.List;
import java.util.Map;

/** Pearson's chi squared, (p - q)^2 / q; log ratios above 30 count as 30. */
public record ChiSquared() implements Generator {

    static final Declaration<ChiSquared> DECLARATION = new Declaration<>(
            "chi_squared",
            "Squares the relative difference: the hardest on tokens that the reference finds unlikely.",
            "f(t) = (t - 1)^2",
            "F.6",
            ChiSquared.class,
            ObjectType.of(List.of(), values -> new ChiSquared(), generator -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var relative = Odds.expm1(odds.d());
        return new Sloped(
                relative.times(odds.p().minus(odds.q())),
                relative.times(odds.p()).times(2));
    }
}
