package io.kernelign.lm;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.family.Families;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Llamas for tests of what any model serves for. */
public final class TinyLlama {

    private TinyLlama() {}

    /** The content of a {@code config.json}. */
    public static Map<String, Object> json(
            int vocabulary, int hidden, int intermediate, int layers, int heads, int keyValueHeads) {
        var json = new HashMap<String, Object>();
        json.put("architectures", List.of("LlamaForCausalLM"));
        json.put("model_type", "llama");
        json.put("vocab_size", vocabulary);
        json.put("hidden_size", hidden);
        json.put("intermediate_size", intermediate);
        json.put("num_hidden_layers", layers);
        json.put("num_attention_heads", heads);
        json.put("num_key_value_heads", keyValueHeads);
        json.put("max_position_embeddings", 128);
        json.put("tie_word_embeddings", true);
        return json;
    }

    public static ModelConfig config(
            int vocabulary, int hidden, int intermediate, int layers, int heads, int keyValueHeads) {
        return Families.of(json(vocabulary, hidden, intermediate, layers, heads, keyValueHeads));
    }
}
