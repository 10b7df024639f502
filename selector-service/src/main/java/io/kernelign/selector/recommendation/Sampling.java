package io.kernelign.selector.recommendation;

import io.kernelign.contracts.StabilityView;
import java.util.Locale;

/**
 * How many of a data set's training pairs were measured.
 *
 * @param measured so many
 * @param drawn the most that the limit allows
 * @param pairs of so many
 */
record Sampling(int measured, int drawn, long pairs) {

    /** The choice must be the same in this share of the resamples before fewer pairs than there are will do. */
    private static final double ENOUGH = 0.95;

    private static final int FIRST = 500;

    /** The first try. */
    static Sampling of(int drawn, long pairs) {
        return new Sampling(Math.min(FIRST, drawn), drawn, pairs);
    }

    /** Twice as many, but not more than were drawn. */
    Sampling more() {
        return new Sampling((int) Math.min(2L * measured, drawn), drawn, pairs);
    }

    static boolean enough(StabilityView stability) {
        return Math.min(stability.kernel(), stability.divergence()) >= ENOUGH;
    }

    /** Why it was so many. */
    String sentence(StabilityView stability) {
        if (measured == pairs) {
            return String.format(Locale.ROOT, "All %,d training pairs were measured.", measured);
        }
        return String.format(
                Locale.ROOT,
                "%,d of %,d training pairs were measured: %s; %.0f %% of the resamples give the same kernel and %.0f %% the same "
                        + "divergence.",
                measured,
                pairs,
                enough(stability) ? "more would hardly change the choice" : "the limit was reached",
                100 * stability.kernel(),
                100 * stability.divergence());
    }
}
