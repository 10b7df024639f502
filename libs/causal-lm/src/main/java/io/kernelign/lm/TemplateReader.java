package io.kernelign.lm;

import io.kernelign.chat.ChatTemplate;
import io.kernelign.chat.TemplateException;
import io.kernelign.chat.TemplateRefusal;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.tokenizer.TokenizerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a model's chat template and tries it: one that cannot write a conversation down is found before any work. */
final class TemplateReader {

    private static final String ANSWER = "Hello";
    private static final Map<String, Object> QUESTION = Map.of("role", "user", "content", "Hi");
    private static final List<Map<String, Object>> TALK =
            List.of(QUESTION, Map.of("role", "assistant", "content", ANSWER));

    private TemplateReader() {}

    /**
     * @return empty where the model has none
     * @throws InvalidInputException with the line of the template and what is wrong or not supported there
     */
    static Optional<ChatTemplate> read(Path folder, TokenizerConfig config) {
        try {
            var template = source(folder, config).map(ChatTemplate::parse);
            template.ifPresent(parsed -> tryOut(parsed, config.specialTokens()));
            return template;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw unusable(e.getMessage());
        }
    }

    private static Optional<String> source(Path folder, TokenizerConfig config) throws IOException {
        var file = folder.resolve(ModelFolder.CHAT_TEMPLATE);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : config.chatTemplate();
    }

    private static void tryOut(ChatTemplate template, Map<String, String> specialTokens) {
        try {
            template.render(List.of(QUESTION), true, specialTokens);
            if (!template.render(TALK, false, specialTokens).contains(ANSWER)) {
                throw TemplateException.unusable("it does not write the assistant's answer down");
            }
        } catch (TemplateRefusal e) {
            // It wants conversations of another form, which is its right.
        }
    }

    private static InvalidInputException unusable(String message) {
        return new InvalidInputException(
                new FieldError("chat_template", message, "a template that can be rendered", message));
    }
}
