package io.kernelign.contracts;

/**
 * What a rule compares a selection metric with.
 *
 * @param choice the kernel or divergence that the rule would choose
 * @param comparison {@code above}, {@code below}, {@code at_most} or {@code near_zero}, which compares the absolute value
 * @param threshold above or below which the metric has to be
 * @param holds whether it is; {@code false} when the data cannot say
 */
public record ThresholdView(String choice, String comparison, double threshold, boolean holds) {}
