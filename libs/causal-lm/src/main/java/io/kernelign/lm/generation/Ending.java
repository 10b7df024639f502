package io.kernelign.lm.generation;

import java.util.Set;
import java.util.function.Predicate;

/**
 * When a continuation ends.
 *
 * @param tokens one of these ends it and does not belong to it
 * @param most tokens; the model's longest sequence bounds it too
 * @param complete asked after every token whether what there is suffices
 */
public record Ending(Set<Long> tokens, int most, Predicate<long[]> complete) {

    /** At one of these tokens, or after the most. */
    public static Ending at(Set<Long> tokens, int most) {
        return new Ending(tokens, most, continuation -> false);
    }
}
