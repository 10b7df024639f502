package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.objective.declare.Declaration;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Radial, with the width that the margins themselves have (Sec. 3, E.4): the running mean of m^2, their spread around
 * indifference. It starts at 1 and is a constant to backward.
 *
 * @param ema share of the old mean that one optimiser step keeps, 0 to 1
 * @param floor least sigma^2, > 0
 */
public record Mahalanobis(double ema, double floor) implements Kernel {

    static final String SPREAD = "mahalanobis.meanSquaredMargin";

    private static final Field<Double> EMA = Field.defaulted(
            "ema", Types.number(0, 1), 0.98, "Share of the running mean of m^2 that one optimiser step keeps.");
    private static final Field<Double> FLOOR =
            Field.defaulted("floor", Types.number(1e-6, 1e12), 0.25, "Least value of sigma^2.");

    static final Declaration<Mahalanobis> DECLARATION = new Declaration<>(
            "mahalanobis",
            "As rbf, with a width that follows the spread of the margins.",
            "D(m) = 2 \\sigma^2 \\left(1 - e^{-m^2 / 2 \\sigma^2}\\right), \\quad"
                    + " \\sigma^2 = \\max(\\mathrm{floor}, \\mathrm{EMA}[m^2])",
            "Table 1, E.4",
            Mahalanobis.class,
            ObjectType.of(
                    List.of(EMA, FLOOR),
                    values -> new Mahalanobis(values.get(EMA), values.get(FLOOR)),
                    kernel -> Map.of(EMA.name(), kernel.ema, FLOOR.name(), kernel.floor)));

    @Override
    public Tensor ratio(Tensor m, ObjectiveState state) {
        return Rbf.ratio(m, Math.max(floor, state.statistics().get(SPREAD)));
    }

    @Override
    public Map<String, Float> initialStatistics() {
        return Map.of(SPREAD, 1f);
    }

    @Override
    public Map<String, Float> afterStep(Map<String, Float> statistics, double meanSquaredMargin) {
        return Map.of(SPREAD, (float) (ema * statistics.get(SPREAD) + (1 - ema) * meanSquaredMargin));
    }
}
