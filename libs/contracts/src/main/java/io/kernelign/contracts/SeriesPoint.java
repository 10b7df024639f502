package io.kernelign.contracts;

/** One point of a curve. */
public record SeriesPoint(long step, double value) {}
