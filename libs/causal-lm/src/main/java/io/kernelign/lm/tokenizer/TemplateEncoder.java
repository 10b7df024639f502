package io.kernelign.lm.tokenizer;

import io.kernelign.chat.ChatTemplate;
import io.kernelign.chat.TemplateException;
import java.util.List;
import java.util.stream.Stream;

/** Writes conversations as a chat template does; the template brings its own special tokens. */
record TemplateEncoder(Tokenizer tokenizer, ChatTemplate template) implements ConversationEncoder {

    @Override
    public int[] prompt(List<Message> prompt, String opening) {
        return tokenizer.encode(render(prompt, true) + opening);
    }

    @Override
    public int[] response(List<Message> prompt, List<Message> response) {
        var begun = render(prompt, true);
        var whole = render(Stream.concat(prompt.stream(), response.stream()).toList(), false);
        return tokenizer.encode(
                whole.startsWith(begun) ? whole.substring(begun.length()) : fromContent(whole, response));
    }

    /** For templates whose generation prompt holds more than a finished answer does, such as an opened thought. */
    private static String fromContent(String whole, List<Message> response) {
        var content = response.get(0).content().strip();
        int begin = whole.lastIndexOf(content);
        if (begin < 0) {
            throw TemplateException.unusable("it does not write the assistant's answer down");
        }
        return whole.substring(begin);
    }

    private String render(List<Message> messages, boolean addGenerationPrompt) {
        var json = messages.stream().map(Message::toJson).toList();
        return template.render(json, addGenerationPrompt, tokenizer.config().specialTokens());
    }
}
