package io.kernelign.objective.divergence.generator;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.Odds;
import io.kernelign.objective.divergence.Sloped;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/** Half of KL(p || m) + KL(q || m), m = (p + q) / 2: log(p / m) = log 2 + log sigmoid(d), log(q / m) likewise of -d. */
public record JensenShannon() implements Generator {

    static final Declaration<JensenShannon> DECLARATION = new Declaration<>(
            "jensen_shannon",
            "Symmetric and at most log 2.",
            "f(t) = \\tfrac12 \\left(t \\ln t - (t + 1) \\ln \\tfrac{t + 1}{2}\\right)",
            "F.6",
            JensenShannon.class,
            ObjectType.of(List.of(), values -> new JensenShannon(), generator -> Map.of()));

    @Override
    public Sloped at(Odds odds) {
        var slope = aboveMean(odds.d()).times(odds.p()).times(0.5);
        var fromQ = aboveMean(odds.d().negated()).times(odds.q()).times(0.5);
        return new Sloped(slope.plus(fromQ), slope);
    }

    private static Tensor aboveMean(Tensor d) {
        return d.logSigmoid().plus(Math.log(2));
    }
}
