package io.kernelign.standalone.demo.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON files of the tiny model's Hugging Face folder, as values ready to be written. */
final class ModelFolder {

    private static final String CHAT_TEMPLATE =
            "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}{% endfor %}"
                    + "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";

    private ModelFolder() {}

    /** {@code config.json}: a Llama of 0.8 million parameters, float32. */
    static Map<String, Object> config(Vocabulary vocabulary) {
        var config = new LinkedHashMap<String, Object>();
        config.put("architectures", List.of("LlamaForCausalLM"));
        config.put("model_type", "llama");
        config.put("vocab_size", vocabulary.size());
        config.put("hidden_size", 128);
        config.put("intermediate_size", 352);
        config.put("num_hidden_layers", 4);
        config.put("num_attention_heads", 4);
        config.put("num_key_value_heads", 2);
        config.put("head_dim", 32);
        config.put("hidden_act", "silu");
        config.put("max_position_embeddings", 256);
        config.put("rms_norm_eps", 1e-5);
        config.put("rope_theta", 10000.0);
        config.put("attention_bias", false);
        config.put("mlp_bias", false);
        config.put("tie_word_embeddings", true);
        config.put("initializer_range", 0.02);
        config.put("bos_token_id", null);
        config.put("eos_token_id", vocabulary.id(Vocabulary.END));
        config.put("pad_token_id", vocabulary.id(Vocabulary.PAD));
        config.put("torch_dtype", "float32");
        return config;
    }

    /** {@code tokenizer_config.json}: the special tokens and the chat template. */
    static Map<String, Object> tokenizerConfig() {
        var config = new LinkedHashMap<String, Object>();
        config.put("tokenizer_class", "PreTrainedTokenizerFast");
        config.put("model_max_length", 256);
        config.put("clean_up_tokenization_spaces", false);
        config.put("eos_token", Vocabulary.END);
        config.put("pad_token", Vocabulary.PAD);
        config.put("chat_template", CHAT_TEMPLATE);
        return config;
    }

    /** {@code tokenizer.json}: byte-level BPE without merges, where a word of the vocabulary is one token. */
    static Map<String, Object> tokenizer(Vocabulary vocabulary) {
        var byteLevel = new LinkedHashMap<String, Object>();
        byteLevel.put("type", "ByteLevel");
        byteLevel.put("add_prefix_space", false);
        byteLevel.put("trim_offsets", true);
        byteLevel.put("use_regex", true);

        var model = new LinkedHashMap<String, Object>();
        model.put("type", "BPE");
        model.put("dropout", null);
        model.put("unk_token", null);
        model.put("continuing_subword_prefix", null);
        model.put("end_of_word_suffix", null);
        model.put("fuse_unk", false);
        model.put("byte_fallback", false);
        model.put("ignore_merges", true);
        model.put("vocab", ids(vocabulary.tokens()));
        model.put("merges", List.of());

        var tokenizer = new LinkedHashMap<String, Object>();
        tokenizer.put("version", "1.0");
        tokenizer.put("truncation", null);
        tokenizer.put("padding", null);
        tokenizer.put(
                "added_tokens",
                vocabulary.special().stream()
                        .map(token -> special(vocabulary.id(token), token))
                        .toList());
        tokenizer.put("normalizer", null);
        tokenizer.put("pre_tokenizer", byteLevel);
        tokenizer.put("post_processor", null);
        tokenizer.put("decoder", byteLevel);
        tokenizer.put("model", model);
        return tokenizer;
    }

    private static Map<String, Integer> ids(List<String> tokens) {
        return tokens.stream()
                .collect(Collectors.toMap(
                        token -> token, tokens::indexOf, (first, second) -> first, LinkedHashMap::new));
    }

    private static Map<String, Object> special(int id, String token) {
        var added = new LinkedHashMap<String, Object>();
        added.put("id", id);
        added.put("content", token);
        added.put("single_word", false);
        added.put("lstrip", false);
        added.put("rstrip", false);
        added.put("normalized", false);
        added.put("special", true);
        return added;
    }
}
