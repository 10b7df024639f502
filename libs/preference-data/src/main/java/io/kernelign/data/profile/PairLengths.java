package io.kernelign.data.profile;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PreferencePair;
import java.util.List;

/** How long the parts of a pair are, in characters (code points) over all turns of each. */
public record PairLengths(long prompt, long chosen, long rejected) {

    public static PairLengths of(PreferencePair pair) {
        return new PairLengths(characters(pair.prompt()), characters(pair.chosen()), characters(pair.rejected()));
    }

    private static long characters(List<Message> turns) {
        return turns.stream()
                .map(Message::content)
                .mapToLong(text -> text.codePointCount(0, text.length()))
                .sum();
    }
}
