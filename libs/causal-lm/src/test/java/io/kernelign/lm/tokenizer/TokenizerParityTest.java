package io.kernelign.lm.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.chat.ChatTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Against {@code oracles/tokenizer.py}. */
@Tag("shared")
class TokenizerParityTest {

    private static final String SMOLLM2 = "smollm2-135m-instruct";

    record Text(String text, int[] ids, String decoded, String decodedText) {}

    record Conversation(List<Message> prompt, List<Message> response, int[] promptIds, int[] responseIds) {}

    record Golden(int bos, int eos, List<Text> texts, List<Conversation> conversations) {}

    @ParameterizedTest
    @ValueSource(strings = {"stories260k", SMOLLM2})
    void texts_become_the_tokens_that_transformers_makes_and_back(String model) {
        try (var tokenizer = open(model)) {
            assertThat(golden(model).texts()).hasSizeGreaterThan(10).allSatisfy(text -> {
                assertThat(tokenizer.encode(text.text())).containsExactly(text.ids());
                assertThat(tokenizer.decode(text.ids())).isEqualTo(text.decoded());
                assertThat(tokenizer.decodeText(text.ids())).isEqualTo(text.decodedText());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stories260k", SMOLLM2})
    void special_tokens_have_the_ids_of_the_models_configuration(String model) {
        try (var tokenizer = open(model)) {
            assertThat(tokenizer.bos()).hasValue(golden(model).bos());
            assertThat(tokenizer.eos()).hasValue(golden(model).eos());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stories260k", SMOLLM2})
    void a_prompt_and_its_response_are_tokenized_apart(String model) {
        try (var tokenizer = open(model)) {
            var template = tokenizer.config().chatTemplate().map(ChatTemplate::parse);
            var encoder = ConversationEncoder.of(tokenizer, template);
            assertThat(template.isPresent()).isEqualTo(model.equals(SMOLLM2));
            assertThat(golden(model).conversations()).hasSize(2).allSatisfy(conversation -> {
                assertThat(encoder.prompt(conversation.prompt())).containsExactly(conversation.promptIds());
                assertThat(encoder.response(conversation.prompt(), conversation.response()))
                        .containsExactly(conversation.responseIds());
            });
        }
    }

    private static Tokenizer open(String model) {
        var folder = model(model);
        return Tokenizer.open(
                folder.resolve("tokenizer.json"), TokenizerConfig.read(folder.resolve("tokenizer_config.json")));
    }

    private static Path model(String name) {
        return Path.of(System.getProperty("kernelign.shared"), "models", name);
    }

    private static Golden golden(String model) {
        try (var in = TokenizerParityTest.class.getResourceAsStream("/golden/tokenizers.json")) {
            var golden = JsonMapper.shared().readTree(in).get("values").get(model);
            return JsonMapper.shared().treeToValue(golden, Golden.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
