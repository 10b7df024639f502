package io.kernelign.objective.implicit;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/** KL(policy || reference): the log ratio itself, which is DPO. */
public record ReverseKl() implements Implicit {

    static final Declaration<ReverseKl> DECLARATION = new Declaration<>(
            "reverse_kl",
            "The log ratio itself: DPO.",
            "\\log u",
            "arXiv 2309.16240, Table 1",
            ReverseKl.class,
            ObjectType.of(List.of(), values -> new ReverseKl(), reverseKl -> Map.of()));

    @Override
    public Tensor score(Tensor logRatio) {
        return logRatio;
    }
}
