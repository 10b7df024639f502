package io.kernelign.contracts;

/**
 * How far training has come.
 *
 * @param loss of the last step; {@code null} before the first
 * @param accuracy ranking accuracy on held-out pairs at the last evaluation; {@code null} before the first
 * @param secondsLeft estimate for the training stage; {@code null} before the first step
 */
public record JobProgress(long step, long totalSteps, Double loss, Double accuracy, Long secondsLeft) {}
