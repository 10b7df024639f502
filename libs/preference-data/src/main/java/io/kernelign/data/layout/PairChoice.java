package io.kernelign.data.layout;

import java.util.Locale;

/** Which pairs a row makes that could make several. */
public enum PairChoice {
    /** The best of its responses against the worst. */
    BEST,
    /** Every two of its responses of which one is better. */
    ALL;

    /** The name in options: {@code best}, {@code all}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
