package io.kernelign.data.sample;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.index.PromptSignature;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import java.nio.IntBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** How many different ones of some pairs prefer one text to another. */
    public long usable(List<EmbeddedPair> some) {
        return some.stream()
                .filter(pair -> pair.chosen() != pair.rejected())
                .map(pair -> List.of(pair.prompt(), pair.chosen(), pair.rejected()))
                .distinct()
                .count();
    }

    /** How many of some pairs have the same text as chosen and rejected. */
    public long identical(List<EmbeddedPair> some) {
        return some.stream().filter(pair -> pair.chosen() == pair.rejected()).count();
    }

    /** How many of some pairs hardly differ from an earlier one: {@link PromptSignature} tells no difference. */
    public long nearDuplicates(List<EmbeddedPair> some) {
        var different = some.stream().map(this::signature).distinct().count();
        return some.size() - different;
    }

    private IntBuffer signature(EmbeddedPair pair) {
        var turns = Stream.of(pair.prompt(), pair.chosen(), pair.rejected())
                .map(text -> new Message(Role.ASSISTANT, texts.get(text)))
                .toList();
        return IntBuffer.wrap(PromptSignature.of(Turn.of(turns)));
    }

    /** How many of some pairs have a prompt without a visible character. */
    public long withoutPrompt(List<EmbeddedPair> some) {
        return some.stream().filter(pair -> texts.get(pair.prompt()).isBlank()).count();
    }
}
