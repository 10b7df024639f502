package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.generator.Generator;
import io.kernelign.objective.divergence.generator.ReverseKl;
import java.util.List;
import java.util.Map;

/** Kullback-Leibler divergence KL(q || p), {@link KullbackLeibler} with both distributions swapped. */
public record ForwardKl() implements GeneratedDivergence {

    static final Declaration<ForwardKl> DECLARATION = new Declaration<>(
            "forward_kl",
            "Expected log ratio under the reference: grows without bound where the reference goes and the policy does not.",
            "\\sum_v q_v (\\log q_v - \\log p_v)",
            "Sec. 4",
            ForwardKl.class,
            ObjectType.of(List.of(), values -> new ForwardKl(), kl -> Map.of()));

    @Override
    public Generator generator() {
        return new ReverseKl();
    }
}
