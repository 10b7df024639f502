package io.kernelign.contracts;

/** From a low to a high bound, both included. */
public record IntervalView(double low, double high) {}
