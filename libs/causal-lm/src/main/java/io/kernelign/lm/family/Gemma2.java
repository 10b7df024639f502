package io.kernelign.lm.family;

import static java.util.Map.entry;

import io.kernelign.input.Values;
import java.util.Map;

/** Gemma 2: every other layer sees a window, beginning with the first. */
final class Gemma2 {

    static final Family FAMILY = new Family(
            "Gemma2ForCausalLM",
            "gemma2",
            Map.ofEntries(
                    entry("tie_word_embeddings", true),
                    entry("num_key_value_heads", 4),
                    entry("head_dim", 256),
                    entry("max_position_embeddings", 8192),
                    entry("sliding_window", 4096),
                    entry("attn_logit_softcapping", 50),
                    entry("final_logit_softcapping", 30)),
            Gemma.FIELDS,
            Gemma2::parts);

    private Gemma2() {}

    private static void parts(Values values, Draft draft) {
        Gemma.parts(values, draft);
        draft.windows(Windows.where(values, draft.layers(), layer -> layer % 2 == 0));
    }
}
