package io.kernelign.lm.tokenizer;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** For models without a chat template: contents joined by newlines, the answer closed by the end token. */
record PlainEncoder(Tokenizer tokenizer) implements ConversationEncoder {

    @Override
    public int[] prompt(List<Message> prompt) {
        var bos = tokenizer.beginsWithBos() ? tokenizer.bos() : OptionalInt.empty();
        return IntStream.concat(bos.stream(), IntStream.of(contents(prompt))).toArray();
    }

    @Override
    public int[] response(List<Message> prompt, List<Message> response) {
        return IntStream.concat(IntStream.of(contents(response)), tokenizer.eos().stream())
                .toArray();
    }

    private int[] contents(List<Message> messages) {
        return tokenizer.encode(messages.stream().map(Message::content).collect(Collectors.joining("\n")));
    }
}
