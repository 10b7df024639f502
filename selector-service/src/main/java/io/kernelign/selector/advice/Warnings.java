package io.kernelign.selector.advice;

import io.kernelign.data.profile.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader should know before trusting a recommendation. */
public final class Warnings {

    private static final long FEW = 200;

    /** A middling effect (Cohen 1988). */
    private static final double BIASED = 0.3;

    private static final double MANY = 0.01;
    private static final double DOMINANT = 0.7;

    /** Above what a detector of languages gets wrong. */
    private static final double NOTICEABLE = 0.1;

    private Warnings() {}

    /** @param withoutReference whether relative thresholds were asked for and the encoder has none */
    public static List<String> of(SampleFacts facts, boolean withoutReference) {
        var warnings = new ArrayList<String>();
        if (facts.pairs() < FEW) {
            warnings.add(
                    "Only %d pairs were measured; below %d the metrics are unsteady and another sample may lead to "
                                    .formatted(facts.pairs(), FEW)
                            + "another choice.");
        }
        if (facts.withoutPrompt() > 0) {
            warnings.add("%d of %d pairs have no prompt; their distances to it mean nothing."
                    .formatted(facts.withoutPrompt(), facts.pairs()));
        }
        if (facts.identical() > 0) {
            warnings.add("%d of %d pairs have the same text as chosen and rejected; they prefer nothing."
                    .formatted(facts.identical(), facts.pairs()));
        }
        if (facts.nearDuplicates() > MANY * facts.pairs()) {
            warnings.add("%d of %d pairs hardly differ from another one: the intervals are too narrow."
                    .formatted(facts.nearDuplicates(), facts.pairs()));
        }
        if (facts.leaked() > 0) {
            warnings.add(
                    "%d of %d pairs have a prompt that held-out pairs have too: what is measured on the held-out side looks "
                                    .formatted(facts.leaked(), facts.pairs())
                            + "better than it is.");
        }
        dominant(facts.languages()).ifPresent(warnings::add);
        if (Math.abs(facts.lengthBias()) >= BIASED) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The correlation of being chosen with length is %.2f: a model may learn to answer %s and little else.",
                    facts.lengthBias(),
                    facts.lengthBias() > 0 ? "at length" : "briefly"));
        }
        if (withoutReference) {
            warnings.add(
                    "The reference collection has not been measured with this encoder, so the paper's thresholds were used.");
        }
        return List.copyOf(warnings);
    }

    /** Only where another language is there to be dominated. */
    private static Optional<String> dominant(List<Languages.Share> languages) {
        var told = languages.stream()
                .filter(each -> !each.language().equals(Languages.UNDETERMINED))
                .toList();
        if (told.size() < 2 || told.get(0).share() < DOMINANT || told.get(1).share() < NOTICEABLE) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%.0f %% of the responses are in %s and %.0f %% in %s: the choice is made for the first and says little about "
                        + "others.",
                100 * told.get(0).share(),
                told.get(0).language(),
                100 * told.get(1).share(),
                told.get(1).language()));
    }
}
