package io.kernelign.contracts;

import java.util.List;

/**
 * One selection metric of a data set.
 *
 * @param name {@code pnd}, {@code pnav}, {@code tat}, {@code nag}, {@code supportOverlap}, {@code drift},
 *     {@code kurtosis} or {@code smoothness}
 * @param value the metric; {@code null} when the data cannot say
 * @param raw the value before its small-sample correction, or a companion figure; {@code null} when there is none
 * @param interval 95 % of the resamples lie in it; {@code null} when the data cannot say
 * @param intervalBias why the interval misses the truth more often than it says; {@code null} when it does not
 * @param thresholds with which rules compare it, those for a kernel first
 * @param meaning one sentence
 */
public record SelectionMetricView(
        String name,
        Double value,
        Double raw,
        IntervalView interval,
        String intervalBias,
        List<ThresholdView> thresholds,
        String meaning) {}
