package io.kernelign.data;

import io.kernelign.data.defect.Place;
import io.kernelign.data.index.PromptSignature;
import io.kernelign.data.layout.Findings;
import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.EncodedPair;
import io.kernelign.data.pair.PairWriter;
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
        Place place, EncodedPair pair, Split own, ContentHash hash, int[] signature, PairLengths lengths, byte[] line) {

    static PreparedPair of(Findings.Found found) {
        var draft = found.pair();
        var hash = ContentHash.ofTurns(draft.prompt(), draft.chosen(), draft.rejected());
        var own = found.origin().split();
        var pair = new EncodedPair(
                hash.id(),
                provisionalSide(own),
                draft.prompt(),
                draft.chosen(),
                draft.rejected(),
                draft.task(),
                draft.label(),
                draft.weight());
        return new PreparedPair(
                found.origin().place(),
                pair,
                own,
                hash,
                PromptSignature.of(draft.prompt()),
                PairLengths.of(pair),
                PairWriter.line(pair));
    }

    /** The {@link ContentHash#bits} of the pair with chosen and rejected swapped. */
    long swappedBits() {
        return ContentHash.ofTurns(pair.prompt(), pair.rejected(), pair.chosen())
                .bits();
    }

    /** On which side a pair stands until all are known. */
    static Split provisionalSide(Split own) {
        return own == null ? Split.TRAIN : own;
    }
}
