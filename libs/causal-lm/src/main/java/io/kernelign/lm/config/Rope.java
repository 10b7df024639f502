package io.kernelign.lm.config;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.ValueType;
import java.util.List;
import java.util.Map;

/** Rotary positions: plain frequencies {@code theta^(-2i / headDim)}, under their older and newer names. */
final class Rope {

    static final Field<Double> THETA =
            Field.defaulted("rope_theta", Types.numberAbove(0, 1e12), 10_000.0, "base of the rotary frequencies");

    private static final Field<Double> OWN_THETA =
            Field.optional("rope_theta", Types.numberAbove(0, 1e12), "base of the rotary frequencies");
    private static final ValueType<String> PLAIN = Types.choice(List.of("default"));

    /** Read as its theta, {@code null} where it does not give one. */
    static final ValueType<Double> PARAMETERS = ObjectType.of(
            List.of(
                    Field.optional("rope_type", PLAIN, "scaling of the frequencies"),
                    Field.optional("type", PLAIN, "older name of rope_type"),
                    OWN_THETA),
            values -> values.get(OWN_THETA),
            theta -> Map.of("rope_type", "default", "rope_theta", theta));

    private Rope() {}
}
