package io.kernelign.selector.sample;

import io.kernelign.data.embedding.EmbeddedPair;
import java.util.List;

/**
 * Pairs of a data set, in upload order.
 *
 * @param texts every different text once
 */
public record PairSample(List<String> texts, List<EmbeddedPair> pairs) {

    /** How many pairs have a prompt without a visible character. */
    public long withoutPrompt() {
        return pairs.stream().filter(pair -> texts.get(pair.prompt()).isBlank()).count();
    }
}
