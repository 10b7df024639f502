package io.kernelign.lm.config;

/**
 * Rotary position embedding (Su et al., 2021).
 *
 * @param theta base of the rotary frequencies, {@code theta^(-2i / width)} before they are scaled
 * @param width leading dimensions of a head that are rotated, even
 */
public record RopeConfig(double theta, int width, RopeScaling scaling) {

    /**
     * Radians per position of each of the width / 2 rotated pairs.
     *
     * @param length of the longest sequence at hand, on which some scalings depend
     */
    public double[] frequencies(int length) {
        return scaling.frequencies(theta, width, length);
    }
}
