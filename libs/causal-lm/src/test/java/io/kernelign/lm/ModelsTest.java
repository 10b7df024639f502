package io.kernelign.lm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

    @TempDir
    private Path folder;

    private Path path;
    private Models models;

    @BeforeEach
    void two_models() throws IOException {
        path = folder.resolve("models");
        models = new Models(path);
        TinyCheckpoint.write(path.resolve("tiny"));
        TinyCheckpoint.writeSharded(path.resolve("acme/large/sharded"));
    }

    @Test
    void models_are_listed_by_their_paths_with_size_and_parameters_and_broken_ones_left_out() throws IOException {
        Files.createDirectories(path.resolve("no-model"));
        TinyCheckpoint.write(path.resolve(".hidden"));
        var broken = Files.createDirectories(path.resolve("broken"));
        JsonFile.write(broken.resolve("config.json"), Map.of("architectures", List.of("GPT2LMHeadModel")));
        long whole = Files.size(path.resolve("tiny/model.safetensors"));
        long shards = Files.size(path.resolve("acme/large/sharded").resolve(TinyCheckpoint.FIRST))
                + Files.size(path.resolve("acme/large/sharded").resolve(TinyCheckpoint.SECOND));
        assertThat(models.list())
                .containsExactly(
                        new ModelSummary("acme/large/sharded", "LlamaForCausalLM", 164, shards, false),
                        new ModelSummary("tiny", "LlamaForCausalLM", 164, whole, false));
        assertThat(new Models(path.resolve("nowhere")).list()).isEmpty();
    }

    @Test
    void a_model_is_found_by_its_path_and_by_nothing_else() throws IOException {
        TinyCheckpoint.write(folder.resolve("outside"));
        assertThat(models.open("tiny").path()).isEqualTo(path.resolve("tiny"));
        assertThat(models.open("acme/large/sharded").path()).isEqualTo(path.resolve("acme/large/sharded"));
        for (var name : List.of(
                "other",
                "../outside",
                "../models/tiny",
                "acme/../tiny",
                "acme/./large/sharded",
                "acme//large/sharded",
                "/" + path,
                folder.resolve("outside").toString(),
                "tiny/",
                "..",
                "tiny\0",
                "")) {
            assertUnknown(name);
        }
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_no_model_whether_it_is_the_folder_or_one_of_its_files()
            throws IOException {
        var outside = TinyCheckpoint.write(folder.resolve("outside"));
        Files.createSymbolicLink(path.resolve("linked"), outside);
        var patched = TinyCheckpoint.write(path.resolve("patched"));
        Files.delete(patched.resolve("tokenizer.json"));
        Files.createSymbolicLink(patched.resolve("tokenizer.json"), outside.resolve("tokenizer.json"));
        assertUnknown("linked");
        assertUnknown("patched");
        assertThat(models.list()).extracting(ModelSummary::name).containsExactly("acme/large/sharded", "tiny");
    }

    @Test
    void a_link_within_the_folder_is_a_model_as_in_a_cache_of_the_hub() throws IOException {
        Files.createSymbolicLink(path.resolve("alias"), path.resolve("tiny"));
        assertThat(models.open("alias").config()).isEqualTo(TinyCheckpoint.CONFIG);
    }

    private void assertUnknown(String name) {
        assertThatThrownBy(() -> models.open(name))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("model is \"" + (name.length() < 60 ? name + "\"" : name.substring(0, 50)))
                .hasMessageEndingWith("; accepted is one of acme/large/sharded, tiny");
    }
}
