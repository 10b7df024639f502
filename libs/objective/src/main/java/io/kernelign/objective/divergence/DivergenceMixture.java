package io.kernelign.objective.divergence;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.objective.declare.Declaration;
import java.util.List;
import java.util.Map;

/** A weighted mixture of divergences (Table 14). */
public record DivergenceMixture(List<Part> parts) implements Divergence {

    private static final double SUM_TOLERANCE = 1e-6;

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
                    DivergenceMixture::build,
                    mixture -> Map.of(
                            PARTS.name(),
                            mixture.parts.stream().map(PART::write).toList())));

    public DivergenceMixture {
        parts = List.copyOf(parts);
    }

    private static DivergenceMixture build(Values values) {
        var mixture = new DivergenceMixture(values.get(PARTS));
        if (Math.abs(mixture.parts.stream().mapToDouble(Part::weight).sum() - 1) > SUM_TOLERANCE) {
            values.reject(PARTS, "parts whose weights sum to 1");
        }
        return mixture;
    }
}
