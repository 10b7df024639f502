package io.kernelign.lm.family;

import java.util.List;
import java.util.Map;

/** Llama 2 and 3, and what shares their architecture, as SmolLM2 does. */
final class Llama {

    static final Family FAMILY = new Family("LlamaForCausalLM", "llama", Map.of(), List.of(), (values, draft) -> {});

    private Llama() {}
}
