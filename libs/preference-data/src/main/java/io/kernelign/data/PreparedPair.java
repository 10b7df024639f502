package io.kernelign.data;

import io.kernelign.data.defect.Place;
import io.kernelign.data.index.PromptSignature;
import io.kernelign.data.layout.Findings;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.EncodedTurns;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.profile.PairLengths;

/**
 * A pair with all that can be told of it without the others.
 *
 * @param pair with the side that the data set gives it, or none
 * @param signature of its prompt
 * @param line as the canonical file has it, without a side
 */
record PreparedPair(
        Place place, PreferencePair pair, ContentHash hash, int[] signature, PairLengths lengths, byte[] line) {

    static PreparedPair of(Findings.Found found) {
        var draft = found.pair();
        var prompt = EncodedTurns.of(draft.prompt());
        var chosen = EncodedTurns.of(draft.chosen());
        var rejected = EncodedTurns.of(draft.rejected());
        var hash = ContentHash.of(prompt, chosen, rejected);
        var pair = new PreferencePair(
                hash.id(),
                draft.prompt(),
                draft.chosen(),
                draft.rejected(),
                draft.task(),
                draft.label(),
                draft.weight(),
                found.origin().split());
        return new PreparedPair(
                found.origin().place(),
                pair,
                hash,
                PromptSignature.of(pair.prompt()),
                PairLengths.of(pair),
                PairWriter.line(pair, prompt, chosen, rejected));
    }
}
