package io.kernelign.contracts;

/**
 * How firmly the data say what is recommended.
 *
 * @param kernel share of the resamples that give the same kernel, 0 to 1
 * @param divergence share of the resamples that give the same divergence, 0 to 1
 */
public record StabilityView(double kernel, double divergence) {}
