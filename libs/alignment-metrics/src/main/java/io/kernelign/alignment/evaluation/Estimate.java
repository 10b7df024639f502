package io.kernelign.alignment.evaluation;

import io.kernelign.alignment.selection.Interval;

/** A figure of a sample of pairs and its 95 % interval: where it would lie with other pairs of the same source. */
public record Estimate(double value, Interval interval) {}
