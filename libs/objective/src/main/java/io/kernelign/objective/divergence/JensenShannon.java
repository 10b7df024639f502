package io.kernelign.objective.divergence;

import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.generator.Generator;
import java.util.List;
import java.util.Map;

/** Jensen-Shannon divergence, the symmetric and bounded KL to the mean of both (Table 2, F.1); at most log 2. */
public record JensenShannon() implements GeneratedDivergence {

    static final Declaration<JensenShannon> DECLARATION = new Declaration<>(
            "jensen_shannon",
            "Symmetric, and at most log 2: no single token can dominate.",
            "\\tfrac12 KL(p \\| m) + \\tfrac12 KL(q \\| m), \\quad m = \\tfrac12 (p + q)",
            "Table 2, F.1",
            JensenShannon.class,
            ObjectType.of(List.of(), values -> new JensenShannon(), js -> Map.of()));

    @Override
    public Generator generator() {
        return new io.kernelign.objective.divergence.generator.JensenShannon();
    }
}
