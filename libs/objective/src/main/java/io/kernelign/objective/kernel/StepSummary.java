package io.kernelign.objective.kernel;

/**
 * What running statistics follow: means over all pairs of one optimiser step, its micro-batches together.
 *
 * @param squaredMargin mean of m^2
 */
public record StepSummary(double squaredMargin) {}
