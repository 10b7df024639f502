package io.kernelign.lm.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.TinyLlama;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.torch.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeftFolderTest {

    private static final ModelConfig MODEL = TinyLlama.config(64, 32, 48, 2, 4, 2);
    private static final LoraSettings SETTINGS = new LoraSettings(3, 6, 0.1, Set.of(Projection.QUERY, Projection.DOWN));

    private static final ModelConfig PHI = Families.of(Map.of(
            "architectures", List.of("Phi3ForCausalLM"),
            "model_type", "phi3",
            "vocab_size", 64,
            "hidden_size", 32,
            "intermediate_size", 48,
            "num_hidden_layers", 2,
            "num_attention_heads", 4));

    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read_back_bit_for_bit() {
        try (var written = Lora.initial(MODEL, SETTINGS, 5)) {
            PeftFolder.write(folder, written, "tiny");
            try (var read = PeftFolder.read(folder, MODEL);
                    var scope = Scope.plain()) {
                assertThat(read.settings()).isEqualTo(SETTINGS);
                assertThat(read.named().keySet()).isEqualTo(written.named().keySet());
                written.named()
                        .forEach((name, tensor) ->
                                assertThat(read.named().get(name).floats()).isEqualTo(tensor.floats()));
            }
        }
    }

    @Test
    void a_module_that_the_model_does_not_have_is_named() throws Exception {
        try (var written = Lora.initial(MODEL, SETTINGS, 5)) {
            PeftFolder.write(folder, written, "tiny");
        }
        var config = folder.resolve(PeftFolder.CONFIG);
        Files.writeString(config, Files.readString(config).replace("q_proj", "qkv_proj"));
        assertThatThrownBy(() -> PeftFolder.read(folder, MODEL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("adapter_config.json: target_modules")
                .hasMessageContaining("qkv_proj");
    }

    @Test
    void all_projections_are_written_as_those_that_the_model_has() throws Exception {
        var everything = new LoraSettings(3, 6, 0, EnumSet.allOf(Projection.class));
        try (var written = Lora.initial(PHI, everything, 5)) {
            PeftFolder.write(folder, written, "tiny");
        }
        assertThat(JsonFile.read(folder.resolve(PeftFolder.CONFIG)).get("target_modules"))
                .isEqualTo(List.of("qkv_proj", "o_proj", "gate_up_proj", "down_proj"));
        try (var read = PeftFolder.read(folder, PHI)) {
            assertThat(read.named()).containsKey("base_model.model.model.layers.1.mlp.gate_up_proj.lora_B.weight");
        }
    }

    @Test
    void a_target_that_the_model_does_not_have_is_refused_with_those_that_it_has() {
        assertThatThrownBy(() -> Lora.initial(PHI, SETTINGS, 5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("targets is [q_proj]; accepted is some of the model's projections, qkv_proj, o_proj,"
                        + " gate_up_proj, down_proj");
    }

    @Test
    void an_adapter_of_another_model_is_refused_with_both_shapes() {
        try (var written = Lora.initial(MODEL, SETTINGS, 5)) {
            PeftFolder.write(folder, written, "tiny");
        }
        var wider = TinyLlama.config(64, 40, 48, 2, 5, 5);
        assertThatThrownBy(() -> PeftFolder.read(folder, wider))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("[3, 32]")
                .hasMessageContaining("[3, 40]");
    }

    @Test
    void some_layers_are_written_by_their_numbers_and_the_rest_has_no_matrices() {
        var deep = TinyLlama.config(64, 32, 48, 4, 4, 2);
        var top = new LoraSettings(3, 6, 0, true, Set.of(Projection.UP), new LayerSelection.Top(2));
        try (var written = Lora.initial(deep, top, 5)) {
            PeftFolder.write(folder, written, "tiny");
        }
        var json = JsonFile.read(folder.resolve(PeftFolder.CONFIG));
        assertThat(json.get("layers_to_transform")).isEqualTo(List.of(2, 3));
        assertThat(json.get("use_rslora")).isEqualTo(true);
        try (var read = PeftFolder.read(folder, deep)) {
            assertThat(read.settings()).isEqualTo(top.on(deep));
            assertThat(read.settings().scale()).isEqualTo(6 / Math.sqrt(3));
            assertThat(read.named().keySet())
                    .containsExactly(
                            "base_model.model.model.layers.2.mlp.up_proj.lora_A.weight",
                            "base_model.model.model.layers.2.mlp.up_proj.lora_B.weight",
                            "base_model.model.model.layers.3.mlp.up_proj.lora_A.weight",
                            "base_model.model.model.layers.3.mlp.up_proj.lora_B.weight");
        }
    }

    @Test
    void layers_that_the_model_does_not_have_are_refused_with_those_that_it_has() {
        for (var bad : Map.of(
                        new LayerSelection.Top(3),
                        "layers.top is 3; accepted is a whole number from 1 to 2, the model's number of layers",
                        new LayerSelection.Listed(List.of(1, 2)),
                        "layers[1] is 2; accepted is a layer of the model, 0 to 1")
                .entrySet()) {
            var settings = new LoraSettings(3, 6, 0, false, Set.of(Projection.UP), bad.getKey());
            assertThatThrownBy(() -> settings.on(MODEL))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage(bad.getValue());
        }
    }
}
