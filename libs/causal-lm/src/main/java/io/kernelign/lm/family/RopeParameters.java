package io.kernelign.lm.family;

import io.kernelign.lm.config.RopeScaling;
import java.util.Optional;

/**
 * What {@code rope_parameters} or {@code rope_scaling} says.
 *
 * @param share of a head that is rotated
 * @param trained longest sequence before scaling, tokens
 */
record RopeParameters(Optional<Double> theta, Optional<Double> share, Optional<Integer> trained, Scaling scaling) {

    static final RopeParameters PLAIN =
            new RopeParameters(Optional.empty(), Optional.empty(), Optional.empty(), span -> new RopeScaling.None());

    /**
     * Lengths in tokens.
     *
     * @param positions longest sequence the model was made for
     * @param trained longest sequence before scaling
     */
    record Span(int positions, int trained) {

        double ratio() {
            return (double) positions / trained;
        }
    }

    /** A scaling that still has to hear of the model's lengths. */
    @FunctionalInterface
    interface Scaling {
        RopeScaling of(Span span);
    }
}
