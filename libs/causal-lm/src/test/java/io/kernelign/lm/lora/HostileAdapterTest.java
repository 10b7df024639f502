package io.kernelign.lm.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.TinyLlama;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders that are no adapter of this model: each has one clear error, before a number is computed. */
class HostileAdapterTest {

    private static final ModelConfig MODEL = TinyLlama.config(64, 32, 48, 3, 4, 2);
    private static final LoraSettings SETTINGS = new LoraSettings(3, 6, 0.1, Set.of(Projection.QUERY, Projection.DOWN));

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        try (var lora = Lora.initial(MODEL, SETTINGS, 5)) {
            PeftFolder.write(folder, lora, "tiny");
        }
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                bad("peft_type", "IA3", "peft_type is \"IA3\"; accepted is one of LORA"),
                bad("r", 0, "r is 0; accepted is a whole number from 1"),
                bad("r", 1 << 30, "r is 1073741824; accepted is a whole number from 1"),
                bad("r", "3", "r is \"3\"; accepted is a whole number"),
                bad("lora_alpha", null, "lora_alpha is null; accepted is a number"),
                bad("lora_dropout", 1, "lora_dropout is 1; accepted is a number from 0"),
                bad("use_rslora", "yes", "use_rslora is \"yes\"; accepted is true or false"),
                bad("use_dora", true, "use_dora is true; accepted is no value: it is not supported here"),
                bad("bias", "lora_only", "bias is \"lora_only\"; accepted is no value"),
                bad("modules_to_save", List.of("lm_head"), "modules_to_save is [lm_head]; accepted is no value"),
                bad("rank_pattern", Map.of("q_proj", 4), "rank_pattern is {q_proj=4}; accepted is no value"),
                bad("a_field_of_tomorrow", Map.of("x", 1), "a_field_of_tomorrow is {x=1}; accepted is no value"),
                bad("init_lora_weights", "pissa", "init_lora_weights is \"pissa\"; accepted is one of"),
                bad("layers_pattern", "blocks", "layers_pattern is \"blocks\"; accepted is one of"),
                bad("target_modules", null, "target_modules is null; accepted is some of q_proj"),
                bad(
                        "target_modules",
                        List.of("q_proj", "lm_head"),
                        "target_modules[1] is \"lm_head\"; accepted is one"),
                bad("target_modules", 7, "target_modules is 7; accepted is some of"),
                bad(
                        "target_modules",
                        List.of("model.layers.0.self_attn.q_proj", "model.layers.1.mlp.down_proj"),
                        "target_modules is [model.layers.0.self_attn.q_proj"),
                bad("layers_to_transform", List.of(0, 3), "layers_to_transform is [0, 3]; accepted is layers of the"),
                bad("layers_to_transform", -1, "layers_to_transform is -1; accepted is layers of the model, 0 to 2"),
                bad("layers_to_transform", List.of("all"), "layers_to_transform is [all]; accepted is layers"));
    }

    private static Arguments bad(String field, Object value, String message) {
        return Arguments.of(field, value, "adapter_config.json: " + message);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("badFields")
    void a_field_that_is_wrong_or_not_understood_is_named(String field, Object value, String message) {
        var file = folder.resolve(PeftFiles.CONFIG);
        var json = JsonFile.read(file);
        json.put(field, value);
        JsonFile.write(file, json);

        assertRefused(message);
    }

    @Test
    void a_missing_file_is_named_and_pickled_weights_do_not_stand_in() throws IOException {
        Files.move(folder.resolve(PeftFiles.WEIGHTS), folder.resolve("adapter_model.bin"));
        assertRefused(
                "adapter_model.safetensors is missing; accepted is the adapter's weights as safetensors (pickled");
        write();
        Files.delete(folder.resolve(PeftFiles.CONFIG));
        assertRefused("adapter_config.json is missing");
    }

    @Test
    void a_configuration_that_is_no_object_or_far_too_long_is_refused() throws IOException {
        Files.writeString(folder.resolve(PeftFiles.CONFIG), "[1, 2");
        assertRefused("adapter_config.json is not valid");
        Files.writeString(folder.resolve(PeftFiles.CONFIG), "{\"r\": " + "[".repeat(900_000));
        assertRefused("adapter_config.json is not valid");
        Files.writeString(folder.resolve(PeftFiles.CONFIG), " ".repeat(2 << 20));
        assertRefused("adapter_config.json is \"2097152 bytes\"; accepted is at most 1048576 bytes");
    }

    @Test
    void a_rank_that_is_not_that_of_the_matrices_is_answered_with_both_shapes() {
        var file = folder.resolve(PeftFiles.CONFIG);
        var json = JsonFile.read(file);
        json.put("r", 4);
        JsonFile.write(file, json);

        assertRefused("adapter_model.safetensors: base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight is"
                + " [3, 32]; accepted is the shape [4, 32]");
    }

    @Test
    void matrices_that_the_configuration_does_not_speak_of_and_missing_ones_are_named() {
        var entries = new ArrayList<SafetensorsWriter.Entry>();
        LoraTensors.shapes(MODEL, SETTINGS)
                .forEach((name, shape) -> entries.add(new SafetensorsWriter.Entry(
                        name.replace("layers.2.mlp", "layers.9.mlp"),
                        shape,
                        () -> new float[(int) (shape.get(0) * shape.get(1))])));
        SafetensorsWriter.write(folder.resolve(PeftFiles.WEIGHTS), entries);

        assertThatThrownBy(() -> PeftFiles.in(folder).settings(MODEL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("layers.2.mlp.down_proj.lora_A.weight is missing; accepted is a matrix of shape")
                .hasMessageContaining(
                        "layers.9.mlp.down_proj.lora_B.weight is [32, 3]; accepted is nothing of this name");
    }

    @Test
    void weights_that_are_no_safetensors_are_refused() throws IOException {
        Files.write(folder.resolve(PeftFiles.WEIGHTS), new byte[] {(byte) 0x80, 2, '}', 'q', 0, 'X', 0, 0, 0, 0, 0});
        assertRefused("adapter_model.safetensors: header length");
    }

    @Test
    void a_number_that_is_none_is_found_when_the_adapter_is_loaded() {
        SafetensorsWriter.write(
                folder.resolve(PeftFiles.WEIGHTS),
                LoraTensors.shapes(MODEL, SETTINGS).entrySet().stream()
                        .map(tensor -> new SafetensorsWriter.Entry(tensor.getKey(), tensor.getValue(), () -> {
                            var values = new float
                                    [(int) (tensor.getValue().get(0)
                                            * tensor.getValue().get(1))];
                            values[7] = tensor.getKey().contains("layers.1.mlp") ? Float.NaN : 1;
                            return values;
                        }))
                        .toList());

        assertThat(PeftFiles.in(folder).settings(MODEL)).isEqualTo(SETTINGS);
        assertThatThrownBy(() -> PeftFiles.in(folder).load(MODEL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("adapter_model.safetensors: base_model.model.model.layers.1.mlp.down_proj.lora_A.weight is"
                        + " NaN; accepted is finite numbers only");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> PeftFiles.in(folder).settings(MODEL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message);
    }
}
