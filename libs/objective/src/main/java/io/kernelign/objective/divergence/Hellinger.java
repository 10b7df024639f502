package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Hellinger distance H, between 0 and 1 (Table 2, F.2). H has no finite slope at p = q, where every run starts, so
 * sqrt(H^2 + 1e-6) - 1e-3 is trained on, and H itself reported.
 */
public record Hellinger() implements Divergence {

    private static final double SMOOTHING = 1e-3;

    static final Declaration<Hellinger> DECLARATION = new Declaration<>(
            "hellinger",
            "A true distance between 0 and 1; robust to outliers.",
            "H = \\sqrt{1 - \\sum_v \\sqrt{p_v q_v}}, \\quad \\text{trained as } \\sqrt{H^2 + 10^{-6}} - 10^{-3}",
            "Table 2, F.2",
            Hellinger.class,
            ObjectType.of(List.of(), values -> new Hellinger(), hellinger -> Map.of()));

    /** H^2 as half the squared distance of the roots: the same number, without the cancellation of 1 - sum. */
    @Override
    public Tensor perToken(Tensor logP, Tensor logQ) {
        var roots = logP.times(0.5).exp().minus(logQ.times(0.5).exp());
        return roots.square()
                .sum(-1)
                .times(0.5)
                .plus(SMOOTHING * SMOOTHING)
                .sqrt()
                .minus(SMOOTHING);
    }

    @Override
    public Tensor exact(Tensor perToken) {
        return perToken.plus(SMOOTHING)
                .square()
                .minus(SMOOTHING * SMOOTHING)
                .atLeast(0)
                .sqrt();
    }
}
