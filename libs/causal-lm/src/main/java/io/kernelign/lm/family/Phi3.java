package io.kernelign.lm.family;

import static java.util.Map.entry;

import io.kernelign.input.Field;
import java.util.List;
import java.util.Map;

/** Phi 3 and 4: fused projections, LongRoPE, and a window where one is given. */
final class Phi3 {

    /** Phi's older files call LongRoPE by other names. */
    private static final RopeType ROPE = new RopeType(Map.ofEntries(
            entry("default", ScalingFields.NONE),
            entry("longrope", ScalingFields.LONG_ROPE),
            entry("su", ScalingFields.LONG_ROPE),
            entry("yarn", ScalingFields.LONG_ROPE)));

    private static final Field<RopeParameters> SCALING =
            Field.optional("rope_scaling", ROPE, "older name of rope_parameters, without theta");
    private static final Field<RopeParameters> PARAMETERS =
            Field.optional("rope_parameters", ROPE, "rotary frequencies, in place of rope_theta");

    static final Family FAMILY = new Family(
            "Phi3ForCausalLM",
            "phi3",
            Map.of("rms_norm_eps", 1e-5, "max_position_embeddings", 4096, "original_max_position_embeddings", 4096),
            List.of(Windows.WIDTH, SCALING, PARAMETERS),
            (values, draft) -> draft.fused()
                    .windows(Windows.everywhere(values))
                    .rope(RopeFields.given(PARAMETERS, SCALING, values)));

    private Phi3() {}
}
