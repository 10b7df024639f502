package io.kernelign.trainer.training;

import io.kernelign.lm.tokenizer.Message;
import java.util.List;

/** Messages of pairs as those that are tokenized. */
final class Conversations {

    private Conversations() {}

    static List<Message> turns(List<io.kernelign.data.pair.Message> messages) {
        return messages.stream()
                .map(message -> new Message(message.role().text(), message.content()))
                .toList();
    }
}
