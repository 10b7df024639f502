package io.kernelign.selector.advice;

import io.kernelign.data.embedding.EmbeddedPair;
import io.kernelign.data.profile.Languages;
import io.kernelign.data.sample.PairSample;
import java.util.List;
import java.util.Set;

/**
 * What the texts of measured pairs say about how far their metrics can be trusted.
 *
 * @param pairs how many were measured
 * @param withoutPrompt how many of them have an empty prompt
 * @param identical how many of them have the same text as chosen and rejected
 * @param nearDuplicates how many of them hardly differ from an earlier one
 * @param leaked how many of them have a prompt that held-out pairs have too
 * @param languages of the chosen responses, the largest share first
 * @param lengthBias correlation of being chosen with length, -1 to 1
 */
public record SampleFacts(
        long pairs,
        long withoutPrompt,
        long identical,
        long nearDuplicates,
        long leaked,
        List<Languages.Share> languages,
        double lengthBias) {

    /** Enough to know a share to some 2 %. */
    private static final int RESPONSES = 500;

    /** @param heldOutPrompts the prompts of held-out pairs among the sample's texts */
    public static SampleFacts of(PairSample sample, List<EmbeddedPair> pairs, Set<String> heldOutPrompts) {
        return new SampleFacts(
                pairs.size(),
                sample.withoutPrompt(pairs),
                sample.identical(pairs),
                sample.nearDuplicates(pairs),
                pairs.stream()
                        .map(pair -> sample.texts().get(pair.prompt()))
                        .filter(prompt -> !prompt.isBlank() && heldOutPrompts.contains(prompt))
                        .count(),
                Languages.of(pairs.stream()
                        .limit(RESPONSES)
                        .map(pair -> sample.texts().get(pair.chosen()))
                        .toList()),
                LengthBias.of(pairs, sample.texts()));
    }
}
