package io.kernelign.selector.sample;

import java.util.List;

/**
 * Pairs of a data set's training side, in upload order.
 *
 * @param texts every different text once
 */
public record PairSample(List<String> texts, List<SampledPair> pairs) {

    /** How many pairs have a prompt without a visible character. */
    public long withoutPrompt() {
        return pairs.stream().filter(pair -> texts.get(pair.prompt()).isBlank()).count();
    }
}
