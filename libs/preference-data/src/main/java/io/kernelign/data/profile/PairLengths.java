package io.kernelign.data.profile;

import io.kernelign.data.pair.EncodedTurns;

/** How long the parts of a pair are, in characters (code points) over all turns of each. */
public record PairLengths(long prompt, long chosen, long rejected) {

    public static PairLengths of(EncodedTurns prompt, EncodedTurns chosen, EncodedTurns rejected) {
        return new PairLengths(prompt.characters(), chosen.characters(), rejected.characters());
    }
}
