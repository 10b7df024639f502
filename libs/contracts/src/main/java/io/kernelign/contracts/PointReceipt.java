package io.kernelign.contracts;

/** How a batch was taken: points stored new, and points that were there already. */
public record PointReceipt(int stored, int repeated) {}
