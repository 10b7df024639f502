package io.kernelign.objective.divergence.generator;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import java.util.List;
import java.util.Map;

/** Le Cam's distance, (p - q)^2 / (2 (p + q)), with (p - q) / (p + q) = w = tanh(d / 2): p f' = p w (1 - w / 2). */
public record LeCam() implements Generator {

    static final Declaration<LeCam> DECLARATION = new Declaration<>(
            "le_cam",
            "A symmetric and bounded relative of chi_squared.",
            "f(t) = \\frac{(t - 1)^2}{2 (t + 1)}",
            "F.6",
            LeCam.class,
            ObjectType.of(List.of(), values -> new LeCam(), generator -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var w = odds.d().times(0.5).tanh();
        return new Sloped(
                odds.p().minus(odds.q()).times(w).times(0.5),
                odds.p().times(w.minus(w.square().times(0.5))));
    }
}
