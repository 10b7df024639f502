package io.kernelign.data.pair;

import io.kernelign.data.text.Text;
import java.util.List;

/** A {@link Message} whose content is in UTF-8, of which hashes and files are made. */
public record Turn(Role role, Text content) {

    public static List<Turn> of(List<Message> messages) {
        return messages.stream()
                .map(message -> new Turn(message.role(), Text.of(message.content())))
                .toList();
    }
}
