package io.kernelign.data.pair;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns of a conversation with their contents in UTF-8, of which hashes and files are made.
 *
 * @param contents one for each turn, not to be changed
 */
public record EncodedTurns(List<Message> turns, List<byte[]> contents) {

    public static EncodedTurns of(List<Message> turns) {
        return new EncodedTurns(
                turns,
                turns.stream()
                        .map(turn -> turn.content().getBytes(StandardCharsets.UTF_8))
                        .toList());
    }
}
