package io.kernelign.objective.link;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * SLiC's hinge: a pair costs nothing once its margin is 1.
 */
public record Hinge() implements MarginLink {

    static final Declaration<Hinge> DECLARATION = new Declaration<>(
            "hinge",
            "Costs nothing once the margin is 1 (SLiC).",
            "\\max(0, 1 - \\psi)",
            "arXiv 2305.10425",
            Hinge.class,
            ObjectType.of(List.of(), values -> new Hinge(), hinge -> Map.of()));

    @Override
    public Tensor loss(Tensor margin, double beta) {
        return margin.negated().plus(1).atLeast(0);
    }
}
