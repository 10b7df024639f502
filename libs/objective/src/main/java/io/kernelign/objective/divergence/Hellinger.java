package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.generator.Generator;
import io.kernelign.objective.divergence.generator.SquaredHellinger;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Hellinger distance H, between 0 and 1 (Table 2, F.2). H has no finite slope at p = q, where every run starts, so
 * sqrt(H^2 + 1e-6) - 1e-3 is trained on, and H itself reported.
 */
public record Hellinger() implements VocabularyDivergence {

    private static final double SMOOTHING = 1e-3;
    private static final Generator SQUARED = new SquaredHellinger();

    static final Declaration<Hellinger> DECLARATION = new Declaration<>(
            "hellinger",
            "A true distance between 0 and 1; robust to outliers.",
            "H = \\sqrt{1 - \\sum_v \\sqrt{p_v q_v}}, \\quad \\text{trained as } \\sqrt{H^2 + 10^{-6}} - 10^{-3}",
            "Table 2, F.2",
            Hellinger.class,
            ObjectType.of(List.of(), values -> new Hellinger(), hellinger -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var terms = SQUARED.at(odds);
        var root = smoothed(terms.value().sum(-1));
        return new Sloped(
                root.minus(SMOOTHING), terms.slope().over(root.unsqueeze(-1).times(2)));
    }

    @Override
    public Sloped observed(Odds odds) {
        var squared = SQUARED.observed(odds);
        var root = smoothed(squared.value());
        return new Sloped(root.minus(SMOOTHING), squared.slope().over(root.times(2)));
    }

    private static Tensor smoothed(Tensor squared) {
        return squared.plus(SMOOTHING * SMOOTHING).sqrt();
    }

    @Override
    public Tensor exact(Tensor trained) {
        return trained.plus(SMOOTHING)
                .square()
                .minus(SMOOTHING * SMOOTHING)
                .atLeast(0)
                .sqrt();
    }
}
