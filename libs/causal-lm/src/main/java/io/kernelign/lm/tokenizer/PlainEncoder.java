package io.kernelign.lm.tokenizer;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** For models without a chat template: contents joined by newlines, the answer closed by the end token. */
record PlainEncoder(Tokenizer tokenizer) implements ConversationEncoder {

    @Override
    public int[] prompt(List<Message> prompt, String opening) {
        var bos = tokenizer.beginsWithBos() ? tokenizer.bos() : OptionalInt.empty();
        return IntStream.concat(bos.stream(), IntStream.of(tokenizer.encode(contents(prompt) + opening)))
                .toArray();
    }

    @Override
    public int[] response(List<Message> prompt, List<Message> response) {
        return IntStream.concat(IntStream.of(tokenizer.encode(contents(response))), tokenizer.eos().stream())
                .toArray();
    }

    private static String contents(List<Message> messages) {
        return messages.stream().map(Message::content).collect(Collectors.joining("\n"));
    }
}
