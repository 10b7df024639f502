package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/** Jensen-Shannon divergence, the symmetric and bounded KL to the mean of both (Table 2, F.1); at most log 2. */
public record JensenShannon() implements Divergence {

    static final Declaration<JensenShannon> DECLARATION = new Declaration<>(
            "jensen_shannon",
            "Symmetric, and at most log 2: no single token can dominate.",
            "\\tfrac12 KL(p \\| m) + \\tfrac12 KL(q \\| m), \\quad m = \\tfrac12 (p + q)",
            "Table 2, F.1",
            JensenShannon.class,
            ObjectType.of(List.of(), values -> new JensenShannon(), js -> Map.of()));

    /** With d = log p - log q, log(p / m) = log 2 + log sigmoid(d) and log(q / m) = log 2 + log sigmoid(-d). */
    @Override
    public Tensor perToken(Tensor logP, Tensor logQ) {
        var d = logP.minus(logQ);
        var fromP = logP.exp().times(d.logSigmoid().plus(Math.log(2)));
        var fromQ = logQ.exp().times(d.negated().logSigmoid().plus(Math.log(2)));
        return fromP.plus(fromQ).sum(-1).times(0.5);
    }
}
