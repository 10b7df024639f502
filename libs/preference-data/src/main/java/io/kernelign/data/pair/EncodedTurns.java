package io.kernelign.data.pair;

import io.kernelign.data.rows.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns of a conversation with their contents in UTF-8, of which hashes and files are made.
 *
 * @param contents one for each turn, not to be changed
 */
public record EncodedTurns(List<Message> turns, List<byte[]> contents) {

    public static EncodedTurns of(List<Message> turns) {
        var contents = new ArrayList<byte[]>(turns.size());
        for (var turn : turns) {
            contents.add(turn.content().getBytes(StandardCharsets.UTF_8));
        }
        return new EncodedTurns(turns, contents);
    }

    /** How many characters (code points) the contents have. */
    public long characters() {
        long characters = 0;
        for (var content : contents) {
            characters += Utf8.characters(content);
        }
        return characters;
    }
}
