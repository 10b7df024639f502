package io.kernelign.objective.implicit;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Jensen-Shannon: f'(u) = log(2 u / (1 + u)) = log 2 + log sigmoid(log u).
 */
public record JensenShannon() implements Implicit {

    static final Declaration<JensenShannon> DECLARATION = new Declaration<>(
            "js",
            "Jensen-Shannon: the reward of a response is at most log 2.",
            "\\log \\frac{2 u}{1 + u}",
            "arXiv 2309.16240, Table 1",
            JensenShannon.class,
            ObjectType.of(List.of(), values -> new JensenShannon(), jensenShannon -> Map.of()));

    @Override
    public Tensor score(Tensor logRatio) {
        return logRatio.logSigmoid().plus(Math.log(2));
    }
}
