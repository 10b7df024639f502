package io.kernelign.lm.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.chat.ChatTemplate;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.json.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a tokenizer of six words; real ones are in {@link TokenizerParityTest}. */
class TokenizerTest {

    private static final List<String> WORDS = List.of("<unk>", "<s>", "</s>", "red", "or", "blue");
    private static final List<Message> QUESTION = List.of(new Message("system", "blue"), new Message("user", "red"));
    private static final List<Message> ANSWER = List.of(new Message("assistant", "blue or"));
    private static final Map<String, String> SPECIAL = Map.of("bos_token", "<s>", "eos_token", "</s>");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write_a_tokenizer() {
        file = folder.resolve("tokenizer.json");
        var vocabulary = new LinkedHashMap<String, Object>();
        WORDS.forEach(word -> vocabulary.put(word, vocabulary.size()));
        var special = List.of(added(0, "<unk>"), added(1, "<s>"), added(2, "</s>"));
        JsonFile.write(
                file,
                Map.of(
                        "version",
                        "1.0",
                        "added_tokens",
                        special,
                        "pre_tokenizer",
                        Map.of("type", "Whitespace"),
                        "model",
                        Map.of("type", "WordLevel", "vocab", vocabulary, "unk_token", "<unk>")));
    }

    @Test
    void no_token_is_added_but_special_ones_in_the_text_are_recognised() {
        try (var tokenizer = open(Optional.empty())) {
            assertThat(tokenizer.encode("red or green")).containsExactly(3, 4, 0);
            assertThat(tokenizer.encode("<s>red</s>")).containsExactly(1, 3, 2);
            assertThat(tokenizer.decode(1, 3, 4, 2)).isEqualTo("<s> red or </s>");
            assertThat(tokenizer.decodeText(1, 3, 4, 2)).isEqualTo("red or");
            assertThat(tokenizer.bos()).hasValue(1);
            assertThat(tokenizer.eos()).hasValue(2);
        }
    }

    @Test
    void without_a_chat_template_contents_are_joined_and_the_answer_is_closed() {
        try (var tokenizer = open(Optional.of(true))) {
            var encoder = ConversationEncoder.of(tokenizer, Optional.empty());
            var pair = encoder.pair(QUESTION, ANSWER, List.of(new Message("assistant", "")));
            assertThat(pair.prompt()).containsExactly(1, 5, 3);
            assertThat(pair.chosen()).containsExactly(5, 4, 2);
            assertThat(pair.rejected()).containsExactly(2);
        }
    }

    @Test
    void a_prompt_begins_with_bos_only_where_the_configuration_or_the_tokenizer_says_so() {
        try (var tokenizer = open(Optional.empty())) {
            assertThat(ConversationEncoder.of(tokenizer, Optional.empty()).prompt(QUESTION))
                    .containsExactly(5, 3);
        }
    }

    @Test
    void a_template_brings_its_own_special_tokens_and_the_end_of_the_turn() {
        var template =
                ChatTemplate.parse("{{ bos_token }}{% for m in messages %}{{ m.content }}{{ eos_token }}{% endfor %}"
                        + "{% if add_generation_prompt %}{% endif %}");
        try (var tokenizer = open(Optional.of(true))) {
            var encoder = ConversationEncoder.of(tokenizer, Optional.of(template));
            assertThat(encoder.prompt(QUESTION)).containsExactly(1, 5, 2, 3, 2);
            assertThat(encoder.response(QUESTION, ANSWER)).containsExactly(5, 4, 2);
        }
    }

    @Test
    void an_answer_begins_at_its_content_where_the_generation_prompt_holds_more_than_a_finished_answer() {
        var template = ChatTemplate.parse("{% for m in messages %}or {{ m.content|trim }}{{ eos_token }}{% endfor %}"
                + "{% if add_generation_prompt %}or <unk>{% endif %}");
        try (var tokenizer = open(Optional.empty())) {
            var encoder = ConversationEncoder.of(tokenizer, Optional.of(template));
            assertThat(encoder.prompt(QUESTION)).containsExactly(4, 5, 2, 4, 3, 2, 4, 0);
            assertThat(encoder.response(QUESTION, List.of(new Message("assistant", " red\n"))))
                    .containsExactly(3, 2);
        }
    }

    @Test
    void a_special_token_that_the_tokenizer_lacks_is_refused() {
        for (var text : List.of("red blue", "<|none|>")) {
            var config = new TokenizerConfig(Map.of("eos_token", text), Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> Tokenizer.open(file, config))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage("tokenizer_config.json: eos_token is \"" + text
                            + "\"; accepted is one token of tokenizer.json");
        }
    }

    @Test
    void a_file_that_is_no_tokenizer_is_refused() throws IOException {
        Files.writeString(file, "{\"version\": 7}");
        var config = new TokenizerConfig(Map.of(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> Tokenizer.open(file, config))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("tokenizer.json cannot be read: ")
                .hasMessageEndingWith("; accepted is a tokenizer of Hugging Face's tokenizers");
    }

    @Test
    void the_forms_in_which_configurations_write_tokens_and_templates_are_read() {
        var configFile = folder.resolve("tokenizer_config.json");
        var templates =
                List.of(Map.of("name", "tool_use", "template", "t"), Map.of("name", "default", "template", "d"));
        JsonFile.write(
                configFile,
                Map.of(
                        "bos_token",
                        Map.of("content", "<b>", "lstrip", false),
                        "eos_token",
                        "<e>",
                        "add_bos_token",
                        true,
                        "chat_template",
                        templates));
        var config = TokenizerConfig.read(configFile);
        assertThat(config.specialTokens()).isEqualTo(Map.of("bos_token", "<b>", "eos_token", "<e>"));
        assertThat(config.addBos()).hasValue(true);
        assertThat(config.chatTemplate()).hasValue("d");

        JsonFile.write(configFile, Map.of("eos_token", 7));
        assertThatThrownBy(() -> TokenizerConfig.read(configFile))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("tokenizer_config.json: eos_token is 7; accepted is a text, or an object with a text as"
                        + " content");
    }

    private Tokenizer open(Optional<Boolean> addBos) {
        return Tokenizer.open(file, new TokenizerConfig(SPECIAL, addBos, Optional.empty()));
    }

    private static Map<String, Object> added(int id, String content) {
        return Map.of(
                "id", id,
                "content", content,
                "single_word", false,
                "lstrip", false,
                "rstrip", false,
                "normalized", false,
                "special", true);
    }
}
