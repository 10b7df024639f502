package io.kernelign.benchmarks;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.training.EncodedPair;
import java.util.SplittableRandom;

/** A pair of tokens drawn from a vocabulary: what a step takes does not depend on what they say. */
public final class MadeUpPair {

    private MadeUpPair() {}

    /**
     * @param tokens of prompt, chosen and rejected together, at least 4: half of them prompt, a quarter each response
     */
    public static EncodedPair of(int tokens, int vocabulary) {
        var random = new SplittableRandom(tokens);
        int response = tokens / 4;
        var row = new PackedRows.Row(
                random.longs(tokens - 2 * response, 0, vocabulary).toArray(),
                random.longs(response, 0, vocabulary).toArray(),
                random.longs(response, 0, vocabulary).toArray());
        return new EncodedPair("made-up-" + tokens, null, row);
    }
}
