package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.generator.Generator;
import io.kernelign.objective.divergence.generator.Kl;
import java.util.List;
import java.util.Map;

/** Kullback-Leibler divergence KL(p || q), the divergence of the RLHF objective itself (Sec. 4). */
public record KullbackLeibler() implements GeneratedDivergence {

    static final Declaration<KullbackLeibler> DECLARATION = new Declaration<>(
            "kl",
            "Expected log ratio under the policy: grows without bound where the policy goes and the reference does not.",
            "\\sum_v p_v (\\log p_v - \\log q_v)",
            "Sec. 4",
            KullbackLeibler.class,
            ObjectType.of(List.of(), values -> new KullbackLeibler(), kl -> Map.of()));

    @Override
    public Generator generator() {
        return new Kl();
    }
}
