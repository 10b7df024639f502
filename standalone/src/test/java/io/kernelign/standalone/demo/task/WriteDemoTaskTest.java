package io.kernelign.standalone.demo.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class WriteDemoTaskTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void the_pairs_are_written_in_the_explicit_conversational_layout() throws IOException {
        write(folder, DemoTask.SEED);

        var lines = Files.readAllLines(folder.resolve("pairs.jsonl"));
        var first = json.readTree(lines.get(0));

        assertThat(lines).hasSize(DemoTask.of(DemoTask.SEED).pairs().size());
        assertThat(first.propertyNames()).containsExactly("prompt", "chosen", "rejected", "task");
        assertThat(first.at("/prompt/0/role").asString()).isEqualTo("user");
        assertThat(first.at("/chosen/0/role").asString()).isEqualTo("assistant");
    }

    @Test
    void the_model_folder_agrees_with_itself() throws IOException {
        write(folder, DemoTask.SEED);

        var config = json.readTree(folder.resolve("model/config.json").toFile());
        var tokenizer = json.readTree(folder.resolve("model/tokenizer.json").toFile());
        var words = json.readTree(folder.resolve("model/tokenizer_config.json").toFile());
        var vocabulary = tokenizer.at("/model/vocab");

        assertThat(vocabulary.size()).isEqualTo(config.get("vocab_size").asInt());
        assertThat(vocabulary.get(words.get("eos_token").asString())).isEqualTo(config.get("eos_token_id"));
        assertThat(vocabulary.get(words.get("pad_token").asString())).isEqualTo(config.get("pad_token_id"));
        assertThat(tokenizer.get("added_tokens")).allSatisfy(token -> assertThat(
                        vocabulary.get(token.get("content").asString()))
                .isEqualTo(token.get("id")));
    }

    @Test
    void the_same_seed_writes_the_same_bytes() throws IOException {
        write(folder.resolve("one"), 3);
        write(folder.resolve("two"), 3);

        for (var file : new String[] {"pairs.jsonl", "model/tokenizer.json", "model/config.json"}) {
            assertThat(folder.resolve("one").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    private static void write(Path folder, long seed) throws IOException {
        var task = DemoTask.of(seed);
        Files.createDirectories(folder);
        WriteDemoTask.pairs(task, folder.resolve("pairs.jsonl"));
        WriteDemoTask.model(task, folder.resolve("model"));
    }
}
