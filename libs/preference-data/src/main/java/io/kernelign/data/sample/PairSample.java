package io.kernelign.data.sample;

import io.kernelign.data.embedding.EmbeddedPair;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs of a data set, in upload order.
 *
 * @param texts every different text once
 * @param ranks when each pair was drawn, from 0, so that the first ones are a sample too
 */
public record PairSample(List<String> texts, List<EmbeddedPair> pairs, List<Integer> ranks) {

    /** The pairs drawn first; their texts keep their places. */
    public List<EmbeddedPair> first(int size) {
        return IntStream.range(0, pairs.size())
                .filter(i -> ranks.get(i) < size)
                .mapToObj(pairs::get)
                .toList();
    }

    /** How many of some pairs have a prompt without a visible character. */
    public long withoutPrompt(List<EmbeddedPair> some) {
        return some.stream().filter(pair -> texts.get(pair.prompt()).isBlank()).count();
    }
}
