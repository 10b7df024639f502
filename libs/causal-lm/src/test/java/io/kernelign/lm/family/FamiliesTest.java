package io.kernelign.lm.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.Activation;
import io.kernelign.lm.config.AttentionConfig;
import io.kernelign.lm.config.HeadConfig;
import io.kernelign.lm.config.LayerConfig;
import io.kernelign.lm.config.MlpConfig;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.NormConfig;
import io.kernelign.lm.config.NormPlaces;
import io.kernelign.lm.config.ProjectionConfig;
import io.kernelign.lm.config.QueryKeyNorm;
import io.kernelign.lm.config.RopeConfig;
import io.kernelign.lm.config.RopeScaling;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamiliesTest {

    private static final String SUPPORTED =
            "Gemma2ForCausalLM, Gemma3ForCausalLM, LlamaForCausalLM, MistralForCausalLM,"
                    + " Olmo2ForCausalLM, Phi3ForCausalLM, Qwen2ForCausalLM, Qwen3ForCausalLM, SmolLM3ForCausalLM";

    private static final Map<String, Object> SMALL = of("LlamaForCausalLM", "llama", Map.of());

    @TempDir
    private Path folder;

    @Test
    void what_a_config_leaves_out_has_transformers_defaults() {
        var layer = new LayerConfig(0, Optional.of(new RopeConfig(10_000, 8, new RopeScaling.None())));
        assertThat(Families.of(SMALL))
                .isEqualTo(new ModelConfig(
                        "LlamaForCausalLM",
                        100,
                        48,
                        2048,
                        1,
                        new NormConfig(1e-6, false, NormPlaces.BEFORE),
                        new AttentionConfig(6, 6, 8, 1 / Math.sqrt(8), 0, QueryKeyNorm.NONE),
                        new MlpConfig(64, Activation.SILU),
                        new ProjectionConfig(false, Set.of()),
                        List.of(layer, layer),
                        new HeadConfig(false, 0)));
    }

    @Test
    void theta_stands_in_rope_theta_or_in_rope_parameters() {
        assertThat(rope(with("rope_theta", 5e5)).theta()).isEqualTo(5e5);
        var parameters = Map.of("rope_type", "default", "rope_theta", 100_000);
        assertThat(rope(with("rope_parameters", parameters)).theta()).isEqualTo(1e5);
    }

    @Test
    void a_scaling_is_read_under_its_older_and_its_newer_name() {
        var scaling = new HashMap<String, Object>(Map.of(
                "rope_type", "llama3",
                "factor", 8,
                "low_freq_factor", 1,
                "high_freq_factor", 4,
                "original_max_position_embeddings", 512));
        var older = rope(with("rope_scaling", scaling));
        assertThat(older.scaling()).isEqualTo(new RopeScaling.Llama3(8, 1, 4, 512));
        scaling.put("rope_theta", 10_000);
        assertThat(rope(with("rope_parameters", scaling))).isEqualTo(older);
        assertThat(rope(with("rope_scaling", Map.of("type", "linear", "factor", 2)))
                        .scaling())
                .isEqualTo(new RopeScaling.Linear(2));
    }

    @Test
    void a_dynamic_scaling_stretches_the_longest_sequence() {
        var config = Families.of(with("rope_scaling", Map.of("type", "dynamic", "factor", 4)));
        assertThat(config.maxPositions()).isEqualTo(8192);
        assertThat(config.ropes()).allMatch(rope -> rope.scaling().equals(new RopeScaling.Dynamic(4, 2048)));
    }

    @Test
    void a_head_may_be_wider_than_its_share_of_the_hidden_size() {
        var config = Families.of(with("head_dim", 32));
        assertThat(config.attention().queryWidth()).isEqualTo(192);
        assertThat(ModelTensors.shapes(config).get("model.layers.1.self_attn.o_proj.weight"))
                .containsExactly(48L, 192L);
    }

    @Test
    void an_untied_model_has_a_head_of_its_own() {
        long untied = Families.of(SMALL).parameters();
        long tied = Families.of(with("tie_word_embeddings", true)).parameters();
        assertThat(untied - tied).isEqualTo(100 * 48);
    }

    @Test
    void biases_are_tensors_of_the_projections_that_have_them() {
        var names = ModelTensors.shapes(Families.of(of("Qwen2ForCausalLM", "qwen2", Map.of())));
        assertThat(names).containsKeys("model.layers.0.self_attn.q_proj.bias", "model.layers.1.self_attn.v_proj.bias");
        assertThat(names).doesNotContainKeys("model.layers.0.self_attn.o_proj.bias", "model.layers.0.mlp.up_proj.bias");
        var biased = ModelTensors.shapes(Families.of(with("attention_bias", true)));
        assertThat(biased).containsKey("model.layers.0.self_attn.o_proj.bias");
    }

    @Test
    void an_absent_window_of_mistral_is_that_of_its_first_version_and_null_is_none() {
        var fields = new HashMap<String, Object>(Map.of("num_key_value_heads", 2));
        assertThat(windows(of("MistralForCausalLM", "mistral", fields))).containsExactly(4096, 4096);
        fields.put("sliding_window", null);
        assertThat(windows(of("MistralForCausalLM", "mistral", fields))).containsExactly(0, 0);
    }

    @Test
    void windows_of_qwen_stand_above_max_window_layers_and_only_where_they_are_used() {
        var fields = new HashMap<String, Object>(Map.of("max_window_layers", 1, "sliding_window", 7));
        assertThat(windows(of("Qwen2ForCausalLM", "qwen2", fields))).containsExactly(0, 0);
        fields.put("use_sliding_window", true);
        assertThat(windows(of("Qwen2ForCausalLM", "qwen2", fields))).containsExactly(0, 7);
        fields.put("layer_types", List.of("sliding_attention", "full_attention"));
        assertThat(windows(of("Qwen2ForCausalLM", "qwen2", fields))).containsExactly(7, 0);
        fields.put("layer_types", List.of("full_attention"));
        assertRefused(
                of("Qwen2ForCausalLM", "qwen2", fields),
                "layer_types is [full_attention]; accepted is one type for each of the 2 layers");
    }

    @Test
    void every_fourth_layer_of_smollm3_does_not_rotate_unless_a_list_says_otherwise() {
        var fields = new HashMap<String, Object>(Map.of("num_hidden_layers", 5, "num_key_value_heads", 3));
        assertThat(Families.of(of("SmolLM3ForCausalLM", "smollm3", fields)).layers())
                .extracting(layer -> layer.rope().isPresent())
                .containsExactly(true, true, true, false, true);
        fields.put("no_rope_layers", List.of(0, 1, 1, 1, 0));
        assertThat(Families.of(of("SmolLM3ForCausalLM", "smollm3", fields)).layers())
                .extracting(layer -> layer.rope().isPresent())
                .containsExactly(false, true, true, true, false);
    }

    @Test
    void gemma2_alternates_windows_and_has_soft_caps_unless_they_are_null() {
        var fields = new HashMap<String, Object>(Map.of("num_key_value_heads", 3));
        var config = Families.of(of("Gemma2ForCausalLM", "gemma2", fields));
        assertThat(windows(config)).containsExactly(4096, 0);
        assertThat(config.attention().softCap()).isEqualTo(50);
        assertThat(config.head()).isEqualTo(new HeadConfig(true, 30));
        fields.put("final_logit_softcapping", null);
        assertThat(Families.of(of("Gemma2ForCausalLM", "gemma2", fields)).head().softCap())
                .isZero();
    }

    @Test
    void rotations_of_gemma3_are_the_same_in_its_older_and_in_its_newer_files() {
        var older = new HashMap<String, Object>(Map.of(
                "num_key_value_heads",
                3,
                "sliding_window_pattern",
                2,
                "rope_theta",
                1e6,
                "rope_local_base_freq",
                1e4,
                "rope_scaling",
                Map.of("rope_type", "linear", "factor", 8)));
        var newer = new HashMap<String, Object>(Map.of(
                "num_key_value_heads", 3,
                "layer_types", List.of("sliding_attention", "full_attention"),
                "rope_parameters",
                        Map.of(
                                "sliding_attention", Map.of("rope_type", "default", "rope_theta", 1e4),
                                "full_attention", Map.of("rope_type", "linear", "factor", 8, "rope_theta", 1e6))));
        var config = Families.of(of("Gemma3ForCausalLM", "gemma3_text", older));
        assertThat(config).isEqualTo(Families.of(of("Gemma3ForCausalLM", "gemma3_text", newer)));
        assertThat(config.layers().get(1).rope()).contains(new RopeConfig(1e6, 256, new RopeScaling.Linear(8)));
    }

    @Test
    void phi_has_longrope_by_any_of_its_names_with_a_divisor_for_each_rotated_pair() {
        for (var name : List.of("longrope", "su", "yarn")) {
            var scaling = Map.of("type", name, "short_factor", List.of(1, 1, 1), "long_factor", List.of(2, 3, 4));
            var fields = new HashMap<String, Object>(Map.of(
                    "rope_scaling", scaling, "partial_rotary_factor", 0.75, "max_position_embeddings", 4096 * 32));
            var rope = rope(of("Phi3ForCausalLM", "phi3", fields));
            double magnitude = Math.sqrt(1 + Math.log(32) / Math.log(4096));
            assertThat(rope)
                    .isEqualTo(new RopeConfig(
                            10_000,
                            6,
                            new RopeScaling.LongRope(List.of(1.0, 1.0, 1.0), List.of(2.0, 3.0, 4.0), 4096, magnitude)));
            fields.put("partial_rotary_factor", 0.5);
            assertRefused(
                    of("Phi3ForCausalLM", "phi3", fields),
                    "short_factor is [1.0, 1.0, 1.0]; accepted is 2 numbers, one for each rotated pair of a head");
        }
    }

    @Test
    void another_architecture_is_refused_with_those_that_are_supported() {
        assertRefused(
                with("architectures", List.of("GPT2LMHeadModel")),
                "architectures is [GPT2LMHeadModel]; accepted is a list of one of " + SUPPORTED);
        var without = new HashMap<>(SMALL);
        without.remove("architectures");
        assertRefused(without, "architectures is missing; accepted is a list of one of " + SUPPORTED);
    }

    @Test
    void options_that_no_part_expresses_are_refused_by_their_name() {
        assertRefused(
                with("hidden_act", "relu"),
                "hidden_act is \"relu\"; accepted is one of silu, swish, gelu, gelu_pytorch_tanh, gelu_new");
        assertRefused(with("num_local_experts", 8), "num_local_experts is 8; accepted is no num_local_experts");
        assertRefused(
                with("use_bidirectional_attention", true), "use_bidirectional_attention is true; accepted is false");
        assertRefused(
                with("quantization_config", Map.of("bits", 4)),
                "quantization_config is {bits=4}; accepted is no quantization_config");
        assertRefused(
                with("rope_scaling", Map.of("rope_type", "proportional")),
                "rope_scaling.rope_type is \"proportional\"; accepted is one of default, dynamic, linear, llama3,"
                        + " longrope, yarn");
        assertRefused(
                with("rope_scaling", Map.of("rope_type", "linear")),
                "rope_scaling.factor is missing; accepted is a number from 1 to 1000000");
        assertRefused(
                with("rope_scaling", Map.of("rope_type", "default", "mrope_section", List.of(1))),
                "rope_scaling.mrope_section is not a known field; accepted are rope_type, type, rope_theta,"
                        + " partial_rotary_factor");
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
        assertThatThrownBy(() -> Families.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("config.json: vocab_size is missing; accepted is a whole number from 1 to 16777216; "
                        + "config.json: hidden_size is -3; accepted is a whole number from 1 to 1048576; "
                        + "config.json: rms_norm_eps is \"small\"; accepted is a number above 0, at most 1");

        Files.writeString(file, "{\"architectures\": [\n}");
        assertThatThrownBy(() -> Families.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("config.json is not valid: Unexpected close marker")
                .hasMessageContaining("(line 2)");
    }

    @Test
    @Tag("shared")
    void real_models_are_read_and_counted() {
        var models = Path.of(System.getProperty("kernelign.shared"), "models");
        assertThat(Families.read(models.resolve("stories260k/config.json")).parameters())
                .isEqualTo(260_032);
        var smollm2 = Families.read(models.resolve("smollm2-135m-instruct/config.json"));
        assertThat(smollm2.attention()).isEqualTo(new AttentionConfig(9, 3, 64, 0.125, 0, QueryKeyNorm.NONE));
        assertThat(smollm2.ropes()).containsExactly(new RopeConfig(100_000, 64, new RopeScaling.None()));
        assertThat(smollm2.parameters()).isEqualTo(134_515_008);
    }

    private static Map<String, Object> of(String architecture, String modelType, Map<String, Object> fields) {
        var config = new HashMap<String, Object>(Map.of(
                "architectures", List.of(architecture),
                "model_type", modelType,
                "vocab_size", 100,
                "hidden_size", 48,
                "intermediate_size", 64,
                "num_hidden_layers", 2,
                "num_attention_heads", 6));
        config.putAll(fields);
        return Collections.unmodifiableMap(config);
    }

    private static Map<String, Object> with(String name, Object value) {
        return of("LlamaForCausalLM", "llama", Map.of(name, value));
    }

    private static RopeConfig rope(Map<String, Object> json) {
        return Families.of(json).layers().get(0).rope().orElseThrow();
    }

    private static List<Integer> windows(Map<String, Object> json) {
        return windows(Families.of(json));
    }

    private static List<Integer> windows(ModelConfig config) {
        return config.layers().stream().map(LayerConfig::window).toList();
    }

    private static void assertRefused(Map<String, Object> config, String message) {
        assertThatThrownBy(() -> Families.of(config))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
