package io.kernelign.selector.advice;

import java.util.ArrayList;
import java.util.List;

/** What a reader should know before trusting a recommendation. */
public final class Warnings {

    private static final long FEW = 200;

    private Warnings() {}

    /**
     * @param pairs how many were measured
     * @param withoutPrompt how many of them have an empty prompt
     */
    public static List<String> of(long pairs, long withoutPrompt) {
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
        return List.copyOf(warnings);
    }
}
