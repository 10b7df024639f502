package io.kernelign.lm.family;

import static java.util.Map.entry;

import io.kernelign.input.Field;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.lm.config.RopeConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** SmolLM3: no rotation in every so-manieth layer; these alone see a window where one is used. */
final class SmolLm3 {

    private static final Field<List<Integer>> ROTATED = Field.optional(
            "no_rope_layers", Types.listOf(Types.integer(0, 1), 1, 1024), "1 for each layer that rotates, else 0");
    private static final Field<Integer> INTERVAL = Field.defaulted(
            "no_rope_layer_interval", Types.integer(1, 1024), 4, "every so-manieth layer does not rotate");
    private static final Field<Boolean> WINDOWED =
            Field.defaulted("use_sliding_window", Types.flag(), false, "whether any layer sees a window");

    static final Family FAMILY = new Family(
            "SmolLM3ForCausalLM",
            "smollm3",
            Map.ofEntries(
                    entry("tie_word_embeddings", true),
                    entry("num_key_value_heads", 4),
                    entry("rope_theta", 2_000_000),
                    entry("max_position_embeddings", 32_768)),
            Stream.concat(Windows.FIELDS.stream(), Stream.of(ROTATED, INTERVAL, WINDOWED))
                    .toList(),
            SmolLm3::parts);

    private SmolLm3() {}

    private static void parts(Values values, Draft draft) {
        var rotates = rotates(values, draft.layers());
        Optional<RopeConfig> rope = Optional.of(draft.rope());
        draft.ropes(layer -> rotates.test(layer) ? rope : Optional.empty());
        if (values.get(WINDOWED)) {
            draft.windows(Windows.where(values, draft.layers(), rotates.negate()));
        }
    }

    private static IntPredicate rotates(Values values, int layers) {
        var listed = values.find(ROTATED);
        if (listed.isPresent() && listed.get().size() < layers) {
            values.reject(ROTATED, "one number for each of the " + layers + " layers");
            return layer -> true;
        }
        int interval = values.get(INTERVAL);
        return listed.<IntPredicate>map(list -> layer -> list.get(layer) == 1)
                .orElse(layer -> (layer + 1) % interval != 0);
    }
}
