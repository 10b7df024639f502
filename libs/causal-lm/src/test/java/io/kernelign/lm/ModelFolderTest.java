package io.kernelign.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.json.JsonFile;
import io.kernelign.lm.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

    private static final Map<String, Object> JSON = TinyLlama.json(8, 4, 6, 1, 2, 1);
    private static final ModelConfig CONFIG = Families.of(JSON);
    private static final String CONTENTS = "{% for m in messages %}{{ m.content }}{% endfor %}";

    @TempDir
    private Path models;

    private Path folder;

    @BeforeEach
    void write_a_model() throws IOException {
        folder = Files.createDirectory(models.resolve("tiny"));
        JsonFile.write(folder.resolve("config.json"), JSON);
        JsonFile.write(folder.resolve("tokenizer_config.json"), Map.of("chat_template", CONTENTS));
        JsonFile.write(folder.resolve("tokenizer.json"), Map.of());
        writeWeights(ModelTensors.shapes(CONFIG));
    }

    @Test
    void a_whole_folder_opens() {
        var model = ModelFolder.open(folder);
        assertThat(model.config()).isEqualTo(CONFIG);
        assertThat(model.weights().read("model.norm.weight")).hasSize(4);
        assertThat(model.chatTemplate()).isPresent();
    }

    @Test
    void every_missing_file_is_named_at_once() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        Files.delete(folder.resolve("model.safetensors"));
        assertRefused("model.safetensors is missing; accepted is a file of this name in the model folder tiny; "
                + "tokenizer.json is missing; accepted is a file of this name in the model folder tiny");
    }

    @Test
    void weights_that_contradict_the_configuration_are_refused() throws IOException {
        var shapes = new HashMap<>(ModelTensors.shapes(CONFIG));
        shapes.remove("model.norm.weight");
        shapes.put("model.layers.0.mlp.up_proj.weight", List.of(4L, 6L));
        shapes.put("model.layers.1.mlp.up_proj.weight", List.of(6L, 4L));
        writeWeights(shapes);
        assertRefused("model.safetensors: model.layers.0.mlp.up_proj.weight.shape is [4, 6]; accepted is [6, 4], as"
                + " config.json says; "
                + "model.safetensors: model.norm.weight is missing; accepted is a tensor of shape [4]; "
                + "model.safetensors: model.layers.1.mlp.up_proj.weight is [6, 4]; accepted is no tensor of this name,"
                + " as config.json says");
    }

    @Test
    void a_copy_of_the_tied_head_and_of_rotary_frequencies_does_no_harm() throws IOException {
        var shapes = new HashMap<>(ModelTensors.shapes(CONFIG));
        shapes.put("lm_head.weight", List.of(8L, 4L));
        shapes.put("model.layers.0.self_attn.rotary_emb.inv_freq", List.of(1L));
        writeWeights(shapes);
        assertThat(ModelFolder.open(folder).config()).isEqualTo(CONFIG);
    }

    @Test
    void a_truncated_weights_file_is_refused() throws IOException {
        try (var file = FileChannel.open(folder.resolve("model.safetensors"), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 1);
        }
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("model.safetensors: ")
                .hasMessageContaining("is the file truncated?");
    }

    @Test
    void a_template_that_cannot_be_run_is_refused() throws IOException {
        Files.writeString(folder.resolve("chat_template.jinja"), "\n{% include 'x' %}");
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("chat template, line 2: the tag 'include' is not supported");
    }

    @Test
    void a_template_that_fails_runs_for_ever_or_drops_the_answer_is_refused() throws IOException {
        assertTemplateRefused("{{ bos_token + 'x' }}" + CONTENTS, "chat template, line 1: 'bos_token' is undefined");
        assertTemplateRefused(
                "{% set r = range(99999) %}\n{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}" + CONTENTS,
                "chat template, line 2: the template takes more than 2000000 steps");
        assertTemplateRefused(
                "{{ messages[0].content }}", "chat template: it does not write the assistant's answer down");
    }

    private void assertTemplateRefused(String template, String message) throws IOException {
        Files.writeString(folder.resolve("chat_template.jinja"), template);
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void a_template_that_refuses_a_conversation_is_still_a_template() throws IOException {
        Files.writeString(folder.resolve("chat_template.jinja"), "{{ raise_exception('A system turn, please') }}");
        assertThat(ModelFolder.open(folder).chatTemplate()).isPresent();
    }

    @Test
    void a_template_file_goes_before_the_configurations_template() throws IOException {
        Files.writeString(folder.resolve("chat_template.jinja"), "own" + CONTENTS);
        var template = ModelFolder.open(folder).chatTemplate().orElseThrow();
        assertThat(template.render(List.of(), false, Map.of())).isEqualTo("own");
    }

    @Test
    void models_are_listed_with_size_and_parameters_and_broken_ones_left_out() throws IOException {
        Files.createDirectory(models.resolve("no-model"));
        var broken = Files.createDirectory(models.resolve("broken"));
        JsonFile.write(broken.resolve("config.json"), Map.of("architectures", List.of("GPT2LMHeadModel")));
        long bytes = Files.size(folder.resolve("model.safetensors"));
        assertThat(new Models(models).list())
                .containsExactly(new ModelSummary("tiny", "LlamaForCausalLM", 164, bytes, true));
        assertThat(new Models(models.resolve("nowhere")).list()).isEmpty();
    }

    @Test
    void a_model_is_found_by_its_name_and_by_nothing_else() {
        assertThat(new Models(models).open("tiny").path()).isEqualTo(folder);
        for (var name : List.of("other", "../" + models.getFileName() + "/tiny", "tiny/", "")) {
            assertThatThrownBy(() -> new Models(models).open(name))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("model is \"" + name + "\"; accepted is one of tiny");
        }
    }

    @Test
    @Tag("shared")
    void stories260k_opens_with_its_tokenizer() {
        var model = new Models(Path.of(System.getProperty("kernelign.shared"), "models")).open("stories260k");
        assertThat(model.summary())
                .isEqualTo(new ModelSummary("stories260k", "LlamaForCausalLM", 260_032, 1_044_984, false));
        try (var tokenizer = model.openTokenizer()) {
            assertThat(tokenizer.beginsWithBos()).isTrue();
            assertThat(tokenizer.decode(403, 407)).isEqualTo("Once upon");
        }
    }

    @Test
    @Tag("smollm2")
    void smollm2_opens_with_its_chat_template() {
        var model = ModelFolder.open(Path.of(System.getProperty("kernelign.smollm2")));
        assertThat(model.summary())
                .isEqualTo(
                        new ModelSummary("smollm2-135m-instruct", "LlamaForCausalLM", 134_515_008, 269_062_936, true));
    }

    private void writeWeights(Map<String, List<Long>> shapes) throws IOException {
        SafetensorsWriter.write(
                folder.resolve("model.safetensors"),
                shapes.entrySet().stream()
                        .map(entry -> new SafetensorsWriter.Entry(
                                entry.getKey(), entry.getValue(), () -> new float[elements(entry.getValue())]))
                        .toList());
    }

    private static int elements(List<Long> shape) {
        return shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
