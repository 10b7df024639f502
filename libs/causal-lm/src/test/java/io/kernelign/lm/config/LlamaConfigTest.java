package io.kernelign.lm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaConfigTest {

    private static final Map<String, Object> SMALL = Map.of(
            "architectures", List.of("LlamaForCausalLM"),
            "model_type", "llama",
            "vocab_size", 100,
            "hidden_size", 48,
            "intermediate_size", 64,
            "num_hidden_layers", 2,
            "num_attention_heads", 6);

    @TempDir
    private Path folder;

    @Test
    void what_a_config_leaves_out_has_transformers_defaults() {
        assertThat(LlamaConfig.of(SMALL))
                .isEqualTo(new LlamaConfig(100, 48, 64, 2, 6, 6, 8, 2048, 1e-6, 10_000, false));
    }

    @Test
    void theta_stands_in_rope_theta_or_in_rope_parameters() {
        assertThat(LlamaConfig.of(with("rope_theta", 5e5)).ropeTheta()).isEqualTo(5e5);
        var parameters = Map.of("rope_type", "default", "rope_theta", 100_000);
        assertThat(LlamaConfig.of(with("rope_parameters", parameters)).ropeTheta())
                .isEqualTo(1e5);
    }

    @Test
    void a_head_may_be_wider_than_its_share_of_the_hidden_size() {
        var config = LlamaConfig.of(with("head_dim", 32));
        assertThat(config.queryWidth()).isEqualTo(192);
        assertThat(LlamaTensors.shapes(config).get("model.layers.1.self_attn.o_proj.weight"))
                .containsExactly(48L, 192L);
    }

    @Test
    void an_untied_model_has_a_head_of_its_own() {
        long untied = LlamaTensors.parameters(LlamaConfig.of(SMALL));
        long tied = LlamaTensors.parameters(LlamaConfig.of(with("tie_word_embeddings", true)));
        assertThat(untied - tied).isEqualTo(100 * 48);
    }

    @Test
    void what_is_written_is_read_back() {
        var config = LlamaConfig.of(with("num_key_value_heads", 3));
        assertThat(LlamaConfig.of(config.toJson())).isEqualTo(config);
    }

    @Test
    void another_architecture_is_refused_with_those_that_are_supported() {
        assertRefused(
                with("architectures", List.of("GPT2LMHeadModel")),
                "architectures is [GPT2LMHeadModel]; accepted is a list of one of LlamaForCausalLM");
        var without = new HashMap<>(SMALL);
        without.remove("architectures");
        assertRefused(without, "architectures is missing; accepted is a list of one of LlamaForCausalLM");
    }

    @Test
    void variants_that_the_decoder_lacks_are_refused() {
        assertRefused(with("hidden_act", "gelu"), "hidden_act is \"gelu\"; accepted is one of silu");
        assertRefused(with("attention_bias", true), "attention_bias is true; accepted is false");
        assertRefused(with("mlp_bias", true), "mlp_bias is true; accepted is false");
        assertRefused(
                with("rope_scaling", Map.of("rope_type", "yarn")),
                "rope_scaling.rope_type is \"yarn\"; accepted is one of default");
        assertRefused(
                with("quantization_config", Map.of("bits", 4)),
                "quantization_config is {bits=4}; accepted is no quantization_config");
    }

    @Test
    void numbers_that_contradict_one_another_are_refused() {
        assertRefused(
                with("num_key_value_heads", 4),
                "num_key_value_heads is 4; accepted is a divisor of num_attention_heads, 6");
        assertRefused(
                with("hidden_size", 50),
                "hidden_size is 50; accepted is an even multiple of num_attention_heads, 6, where head_dim is not given");
        assertRefused(with("head_dim", 7), "head_dim is 7; accepted is an even number");
    }

    @Test
    void every_wrong_field_of_a_file_is_named_at_once() throws IOException {
        var wrong = new HashMap<>(SMALL);
        wrong.put("hidden_size", -3);
        wrong.put("rms_norm_eps", "small");
        wrong.remove("vocab_size");
        var file = folder.resolve("config.json");
        JsonFile.write(file, wrong);
        assertThatThrownBy(() -> LlamaConfig.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("config.json: vocab_size is missing; accepted is a whole number from 1 to 16777216; "
                        + "config.json: hidden_size is -3; accepted is a whole number from 1 to 1048576; "
                        + "config.json: rms_norm_eps is \"small\"; accepted is a number above 0, at most 1");

        Files.writeString(file, "{\"architectures\": [\n}");
        assertThatThrownBy(() -> LlamaConfig.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("config.json is not valid: Unexpected close marker")
                .hasMessageContaining("(line 2)");
    }

    @Test
    @Tag("shared")
    void real_models_are_read_and_counted() {
        var models = Path.of(System.getProperty("kernelign.shared"), "models");
        var stories = LlamaConfig.read(models.resolve("stories260k/config.json"));
        assertThat(stories).isEqualTo(new LlamaConfig(512, 64, 172, 5, 8, 4, 8, 512, 1e-5, 10_000, true));
        assertThat(LlamaTensors.parameters(stories)).isEqualTo(260_032);
        var smollm2 = LlamaConfig.read(models.resolve("smollm2-135m-instruct/config.json"));
        assertThat(smollm2).isEqualTo(new LlamaConfig(49152, 576, 1536, 30, 9, 3, 64, 8192, 1e-5, 100_000, true));
        assertThat(LlamaTensors.parameters(smollm2)).isEqualTo(134_515_008);
    }

    private static Map<String, Object> with(String name, Object value) {
        var config = new HashMap<>(SMALL);
        config.put(name, value);
        return config;
    }

    private static void assertRefused(Map<String, Object> config, String message) {
        assertThatThrownBy(() -> LlamaConfig.of(config))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
