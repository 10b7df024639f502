package io.kernelign.objective.kernel;

/**
 * What running statistics follow: means over all pairs of one optimiser step, its micro-batches together.
 *
 * @param pairs how many, > 0
 * @param squaredMargin mean of m^2
 * @param reward mean over both responses of each pair of beta times the response's log ratio to the reference
 */
public record StepSummary(long pairs, double squaredMargin, double reward) {}
