package io.kernelign.lm.family;

import static java.util.Map.entry;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.lm.config.QueryKeyNorm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gemma 3, text only: most layers see a window and rotate by a base of their own; a norm on queries and keys. */
final class Gemma3 {

    /** Rotations of layers that see everything, and of those that see a window. */
    private record Rotations(RopeParameters global, RopeParameters local) {}

    private static final Field<RopeParameters> GLOBAL = Field.defaulted(
            "full_attention", RopeType.ANY, RopeParameters.PLAIN, "rotation of layers that see everything");
    private static final Field<RopeParameters> LOCAL = Field.defaulted(
            "sliding_attention", RopeType.ANY, RopeParameters.PLAIN, "rotation of layers that see a window");
    private static final Field<Rotations> ROTATIONS = Field.optional(
            "rope_parameters",
            ConfigType.of(List.of(GLOBAL, LOCAL), values -> new Rotations(values.get(GLOBAL), values.get(LOCAL))),
            "rotary frequencies by type of layer");
    private static final Field<Double> LOCAL_THETA = Field.defaulted(
            "rope_local_base_freq", Types.numberAbove(0, 1e12), 10_000.0, "rope_theta of layers that see a window");
    private static final Field<Integer> PATTERN = Field.defaulted(
            "sliding_window_pattern", Types.integer(1, 1024), 6, "every so-manieth layer sees everything");

    static final Family FAMILY = new Family(
            "Gemma3ForCausalLM",
            "gemma3_text",
            Map.ofEntries(
                    entry("tie_word_embeddings", true),
                    entry("num_key_value_heads", 4),
                    entry("head_dim", 256),
                    entry("max_position_embeddings", 131_072),
                    entry("sliding_window", 4096),
                    entry("rope_theta", 1_000_000)),
            Stream.concat(Gemma.FIELDS.stream(), Stream.of(ROTATIONS, LOCAL_THETA, PATTERN))
                    .toList(),
            Gemma3::parts);

    private Gemma3() {}

    private static void parts(Values values, Draft draft) {
        Gemma.parts(values, draft);
        int pattern = values.get(PATTERN);
        var windows = Windows.where(values, draft.layers(), layer -> (layer + 1) % pattern != 0);
        draft.queryKeyNorm(QueryKeyNorm.PER_HEAD).windows(windows);

        var rotations = values.find(ROTATIONS)
                .orElseGet(() -> new Rotations(
                        values.find(RopeFields.SCALING).orElse(RopeParameters.PLAIN), RopeParameters.PLAIN));
        var global = Optional.of(draft.rope(rotations.global).rope());
        var local = Optional.of(draft.ropeOf(rotations.local, values.get(LOCAL_THETA)));
        draft.ropes(layer -> windows.applyAsInt(layer) > 0 ? local : global);
    }
}
