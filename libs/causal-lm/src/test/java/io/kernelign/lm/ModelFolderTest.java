package io.kernelign.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

    private static final String CONTENTS = "{% for m in messages %}{{ m.content }}{% endfor %}";

    @TempDir
    private Path models;

    private Path folder;

    @BeforeEach
    void write_a_model() throws IOException {
        folder = TinyCheckpoint.write(models.resolve("tiny"));
        JsonFile.write(folder.resolve("tokenizer_config.json"), Map.of("chat_template", CONTENTS));
    }

    @Test
    void a_whole_folder_opens() {
        var model = ModelFolder.open(folder);
        assertThat(model.config()).isEqualTo(TinyCheckpoint.CONFIG);
        assertThat(model.weights().read("model.norm.weight")).hasSize(4);
        assertThat(model.chatTemplate()).isPresent();
    }

    @Test
    void every_missing_file_is_named_at_once() throws IOException {
        Files.delete(folder.resolve("tokenizer.json"));
        Files.delete(folder.resolve("model.safetensors"));
        assertRefused("tokenizer.json is missing; accepted is a file of this name in the model folder tiny;"
                + " model.safetensors is missing; accepted is a file of this name, or model.safetensors.index.json with"
                + " its shards, in the model folder tiny");
    }

    @Test
    void a_copy_of_the_tied_head_and_of_rotary_frequencies_does_no_harm() throws IOException {
        var shapes = new HashMap<>(ModelTensors.shapes(TinyCheckpoint.CONFIG));
        shapes.put("lm_head.weight", List.of(8L, 4L));
        shapes.put("model.layers.0.self_attn.rotary_emb.inv_freq", List.of(1L));
        writeWeights(shapes);
        assertThat(ModelFolder.open(folder).config()).isEqualTo(TinyCheckpoint.CONFIG);
    }

    @Test
    void the_one_token_without_a_row_that_gemmas_text_models_keep_does_no_harm() {
        JsonFile.write(
                folder.resolve("tokenizer.json"),
                Map.of("added_tokens", List.of(Map.of("id", 8, "content", "<image_soft_token>"))));
        assertThat(ModelFolder.open(folder).config()).isEqualTo(TinyCheckpoint.CONFIG);
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
    @Tag("shared")
    void stories260k_opens_with_its_tokenizer() {
        var model = new Models(Path.of(System.getProperty("kernelign.shared"), "models")).open("stories260k");
        assertThat(model.summary("stories260k"))
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
        assertThat(model.summary("smollm2"))
                .isEqualTo(new ModelSummary("smollm2", "LlamaForCausalLM", 134_515_008, 269_062_936, true));
    }

    private void writeWeights(Map<String, List<Long>> shapes) {
        TinyCheckpoint.writeWeights(folder.resolve("model.safetensors"), shapes);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> ModelFolder.open(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
