package io.kernelign.data.profile;

import io.kernelign.data.pair.EncodedPair;
import io.kernelign.data.pair.Turn;
import java.util.List;

/** How long the parts of a pair are, in characters (code points) over all turns of each. */
public record PairLengths(long prompt, long chosen, long rejected) {

    public static PairLengths of(EncodedPair pair) {
        return new PairLengths(characters(pair.prompt()), characters(pair.chosen()), characters(pair.rejected()));
    }

    private static long characters(List<Turn> turns) {
        long characters = 0;
        for (var turn : turns) {
            characters += turn.content().characters();
        }
        return characters;
    }
}
