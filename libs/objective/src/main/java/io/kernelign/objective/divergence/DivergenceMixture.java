package io.kernelign.objective.divergence;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.objective.declare.Shares;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A weighted mixture of divergences (Table 14). */
public record DivergenceMixture(List<Part> parts) implements Divergence {

    private static final Field<Double> WEIGHT =
            Field.required("weight", Types.numberAbove(0, 1), "Its weight; all weights sum to 1.");
    private static final Field<SingleDivergence> DIVERGENCE =
            Field.required("divergence", SingleDivergences.ALL, "A divergence that is neither a mixture nor none.");
    private static final ObjectType<Part> PART = ObjectType.of(
            List.of(WEIGHT, DIVERGENCE),
            values -> new Part(values.get(WEIGHT), values.get(DIVERGENCE)),
            part -> Map.of(
                    WEIGHT.name(), part.weight(), DIVERGENCE.name(), SingleDivergences.ALL.write(part.divergence())));
    private static final Field<List<Part>> PARTS = Field.defaulted(
            "parts",
            Types.listOf(PART, 2, 8),
            List.of(new Part(0.5, new KullbackLeibler()), new Part(0.5, new ForwardKl())),
            "What is mixed; the weights sum to 1.");

    static final Declaration<DivergenceMixture> DECLARATION = new Declaration<>(
            "mixture",
            "A weighted sum of several divergences, each with its own parameters.",
            "\\sum_i w_i D_i(p, q), \\quad \\sum_i w_i = 1",
            "Table 14",
            DivergenceMixture.class,
            ObjectType.of(
                    List.of(PARTS),
                    values -> new DivergenceMixture(values.get(PARTS)),
                    mixture -> Map.of(
                            PARTS.name(),
                            mixture.parts.stream().map(PART::write).toList())),
            List.of(Shares.refusal(
                    PARTS,
                    "parts whose weights sum to 1",
                    "divergence",
                    Map.of("parts", List.of(part(0.5, "kl"), part(0.4, "hellinger"))),
                    values -> Optional.of(
                            values.get(PARTS).stream().map(Part::weight).toList()))));

    private static Map<String, Object> part(double weight, String divergence) {
        return Map.of(WEIGHT.name(), weight, DIVERGENCE.name(), divergence);
    }

    public DivergenceMixture {
        parts = List.copyOf(parts);
    }
}
