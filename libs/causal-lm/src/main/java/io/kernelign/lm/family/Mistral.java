package io.kernelign.lm.family;

import java.util.List;
import java.util.Map;

/** Mistral: every layer sees a window. */
final class Mistral {

    static final Family FAMILY = new Family(
            "MistralForCausalLM",
            "mistral",
            Map.of("sliding_window", 4096, "num_key_value_heads", 8, "max_position_embeddings", 131_072),
            List.of(Windows.WIDTH, CommonFields.absent("layer_types", "windows in some layers only")),
            (values, draft) -> draft.windows(Windows.everywhere(values)));

    private Mistral() {}
}
