package io.kernelign.objective.declare;

import io.kernelign.input.Field;
import io.kernelign.input.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Weights that divide one whole among several: they sum to 1. */
public final class Shares {

    private static final double TOLERANCE = 1e-6;

    private Shares() {}

    /**
     * The refusal of weights that do not sum to 1.
     *
     * @param accepted what is accepted in the field
     * @param whole what they are shares of
     * @param weights of a configuration; empty when it has none
     */
    public static Refusal refusal(
            Field<?> field,
            String accepted,
            String whole,
            Map<String, Object> example,
            Function<Values, Optional<List<Double>>> weights) {
        return new Refusal(
                field, accepted, "these do not", "they are shares of one " + whole, example, values -> weights.apply(
                                values)
                        .filter(Shares::miss)
                        .isPresent());
    }

    private static boolean miss(List<Double> weights) {
        return Math.abs(weights.stream().mapToDouble(Double::doubleValue).sum() - 1) > TOLERANCE;
    }
}
