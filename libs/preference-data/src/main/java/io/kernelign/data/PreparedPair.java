package io.kernelign.data;

import io.kernelign.data.defect.Place;
import io.kernelign.data.index.PromptSignature;
import io.kernelign.data.layout.Findings;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.EncodedTurns;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import io.kernelign.data.profile.PairLengths;

/**
 * A pair with all that can be told of it without the others.
 *
 * @param pair on a side that may not stay
 * @param own the side that the data set gives it, or {@code null}
 * @param signature of its prompt
 * @param line as the canonical file has it, but for the side
 */
record PreparedPair(
        Place place,
        PreferencePair pair,
        Split own,
        ContentHash hash,
        int[] signature,
        PairLengths lengths,
        byte[] line) {

    static PreparedPair of(Findings.Found found) {
        var draft = found.pair();
        var prompt = EncodedTurns.of(draft.prompt());
        var chosen = EncodedTurns.of(draft.chosen());
        var rejected = EncodedTurns.of(draft.rejected());
        var hash = ContentHash.of(prompt, chosen, rejected);
        var own = found.origin().split();
        var pair = new PreferencePair(
                hash.id(),
                draft.prompt(),
                draft.chosen(),
                draft.rejected(),
                draft.task(),
                draft.label(),
                draft.weight(),
                provisionalSide(own));
        return new PreparedPair(
                found.origin().place(),
                pair,
                own,
                hash,
                PromptSignature.of(prompt),
                PairLengths.of(prompt, chosen, rejected),
                PairWriter.line(pair, prompt, chosen, rejected));
    }

    /** On which side a pair stands until all are known. */
    static Split provisionalSide(Split own) {
        return own == null ? Split.TRAIN : own;
    }
}
