package io.kernelign.lm.tokenizer;

import io.kernelign.chat.ChatTemplate;
import java.util.List;
import java.util.Optional;

/**
 * Turns conversations into token ids. A prompt and its response are always tokenized apart, so that it is exact which
 * tokens are the response's.
 */
public sealed interface ConversationEncoder permits PlainEncoder, TemplateEncoder {

    /** Writes conversations as the model's chat template does, or plainly where it has none. */
    static ConversationEncoder of(Tokenizer tokenizer, Optional<ChatTemplate> template) {
        return template.<ConversationEncoder>map(chat -> new TemplateEncoder(tokenizer, chat))
                .orElseGet(() -> new PlainEncoder(tokenizer));
    }

    /** Tokens up to where the assistant's answer begins. */
    default int[] prompt(List<Message> prompt) {
        return prompt(prompt, "");
    }

    /**
     * The same with the beginning of the answer, as one text.
     *
     * @param opening empty for none
     */
    int[] prompt(List<Message> prompt, String opening);

    /** Tokens of the answer to that prompt, with the end of its turn. */
    int[] response(List<Message> prompt, List<Message> response);

    /** Tokens of a prompt and of its two answers. */
    default TokenPair pair(List<Message> prompt, List<Message> chosen, List<Message> rejected) {
        return new TokenPair(prompt(prompt), response(prompt, chosen), response(prompt, rejected));
    }
}
