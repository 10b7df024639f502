package io.kernelign.lm.config;

/**
 * The RMS norms of a decoder.
 *
 * @param eps added to the mean square
 * @param offset whether the weights are kept less one, so that 0 changes nothing
 * @param places where a layer has norms
 */
public record NormConfig(double eps, boolean offset, NormPlaces places) {}
