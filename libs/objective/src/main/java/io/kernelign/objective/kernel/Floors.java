package io.kernelign.objective.kernel;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import java.util.List;
import java.util.Map;

/**
 * What no weight of a mixture falls below (Table 14).
 *
 * @param lambda least weight of a kernel, below 1/4; 0 for none
 * @param tau least weight of the local and of the global pair, below 1/2, which bounds the other from above; 0 for none
 */
public record Floors(double lambda, double tau) {

    static final Floors NONE = new Floors(0, 0);

    private static final Field<Double> LAMBDA =
            Field.defaulted("lambda", Types.number(0, 0.24), 0.1, "Least of the four weights lambda.");
    private static final Field<Double> TAU = Field.defaulted(
            "tau", Types.number(0, 0.49), 0.3, "Least of the two weights tau: with 0.3 both stay from 0.3 to 0.7.");

    private static final String SENTENCE = "What no weight falls below; no floors when absent.";

    /** For a mixture without a hierarchy. */
    static final Field<Floors> FLAT = Field.optional(
            "floors",
            ObjectType.of(
                    List.of(LAMBDA),
                    values -> new Floors(values.get(LAMBDA), 0),
                    floors -> Map.of(LAMBDA.name(), floors.lambda)),
            SENTENCE);

    static final Field<Floors> HIERARCHICAL = Field.optional(
            "floors",
            ObjectType.of(
                    List.of(LAMBDA, TAU),
                    values -> new Floors(values.get(LAMBDA), values.get(TAU)),
                    floors -> Map.of(LAMBDA.name(), floors.lambda, TAU.name(), floors.tau)),
            SENTENCE);
}
