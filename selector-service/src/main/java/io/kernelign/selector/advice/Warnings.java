package io.kernelign.selector.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader should know before trusting a recommendation. */
public final class Warnings {

    private static final long FEW = 200;

    /** A middling effect (Cohen 1988). */
    private static final double BIASED = 0.3;

    private Warnings() {}

    /**
     * @param pairs how many were measured
     * @param withoutPrompt how many of them have an empty prompt
     * @param lengthBias correlation of being chosen with length, -1 to 1
     * @param withoutReference whether relative thresholds were asked for and the encoder has none
     */
    public static List<String> of(long pairs, long withoutPrompt, double lengthBias, boolean withoutReference) {
        var warnings = new ArrayList<String>();
        if (pairs < FEW) {
            warnings.add(
                    "Only %d pairs were measured; below %d the metrics are unsteady and another sample may lead to "
                                    .formatted(pairs, FEW)
                            + "another choice.");
        }
        if (withoutPrompt > 0) {
            warnings.add("%d of %d pairs have no prompt; their distances to it mean nothing."
                    .formatted(withoutPrompt, pairs));
        }
        if (Math.abs(lengthBias) >= BIASED) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The correlation of being chosen with length is %.2f: a model may learn to answer %s and little else.",
                    lengthBias,
                    lengthBias > 0 ? "at length" : "briefly"));
        }
        if (withoutReference) {
            warnings.add(
                    "The reference collection has not been measured with this encoder, so the paper's thresholds were used.");
        }
        return List.copyOf(warnings);
    }
}
