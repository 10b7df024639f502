package io.kernelign.objective.divergence;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.divergence.generator.Generator;
import io.kernelign.objective.divergence.generator.Generators;
import java.util.List;
import java.util.Map;

/** The f-divergence of a named generator (F.6). */
public record FDivergence(Generator generator) implements GeneratedDivergence {

    private static final Field<Generator> GENERATOR = Field.defaulted(
            "generator", Generators.ALL, Generators.ALL.read("kl"), "The convex function f that defines it.");

    static final Declaration<FDivergence> DECLARATION = new Declaration<>(
            "f",
            "The family of f-divergences: its generator says which errors count, and how much.",
            "\\sum_v q_v f(p_v / q_v)",
            "F.6",
            FDivergence.class,
            ObjectType.of(
                    List.of(GENERATOR),
                    values -> new FDivergence(values.get(GENERATOR)),
                    f -> Map.of(GENERATOR.name(), Generators.ALL.write(f.generator))));
}
