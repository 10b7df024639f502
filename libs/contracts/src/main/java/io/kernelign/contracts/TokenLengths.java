package io.kernelign.contracts;

/** Lengths of many texts in tokens. A percentile is the length that so many of a hundred do not exceed. */
public record TokenLengths(int min, double mean, int median, int p90, int p99, int max) {}
