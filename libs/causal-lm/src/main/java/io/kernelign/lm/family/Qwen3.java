package io.kernelign.lm.family;

import io.kernelign.lm.config.QueryKeyNorm;
import java.util.Map;

/** Qwen 3: a norm on each head's queries and keys. */
final class Qwen3 {

    static final Family FAMILY = new Family(
            "Qwen3ForCausalLM",
            "qwen3",
            Map.of("sliding_window", 4096, "max_window_layers", 28, "max_position_embeddings", 32_768, "head_dim", 128),
            UpperWindows.FIELDS,
            (values, draft) ->
                    draft.queryKeyNorm(QueryKeyNorm.PER_HEAD).windows(UpperWindows.of(values, draft.layers())));

    private Qwen3() {}
}
