package io.kernelign.lm.family;

import io.kernelign.lm.config.Projection;
import java.util.Map;

/** Qwen 2 and 2.5: biases on query, key and value. */
final class Qwen2 {

    static final Family FAMILY = new Family(
            "Qwen2ForCausalLM",
            "qwen2",
            Map.of("sliding_window", 4096, "max_window_layers", 28, "max_position_embeddings", 32_768),
            UpperWindows.FIELDS,
            (values, draft) -> draft.biased(Projection.QUERY, Projection.KEY, Projection.VALUE)
                    .windows(UpperWindows.of(values, draft.layers())));

    private Qwen2() {}
}
