package io.kernelign.objective.implicit;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * KL(reference || policy): f'(u) = 1 - 1 / u, the {@link Alpha} of order 0.
 */
public record ForwardKl() implements Implicit {

    private static final Alpha SCORE = new Alpha(0);

    static final Declaration<ForwardKl> DECLARATION = new Declaration<>(
            "forward_kl",
            "KL from reference to policy: covers what the reference does, and bounds the reward of a response from above.",
            "1 - 1/u",
            "arXiv 2309.16240, Table 1",
            ForwardKl.class,
            ObjectType.of(List.of(), values -> new ForwardKl(), forwardKl -> Map.of()));

    @Override
    public Tensor score(Tensor logRatio) {
        return SCORE.score(logRatio);
    }
}
