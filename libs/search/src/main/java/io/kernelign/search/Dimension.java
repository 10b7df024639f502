package io.kernelign.search;

/** One coordinate of a space, and which numbers it may be. */
public sealed interface Dimension permits Choice, Range {

    /** How many different values it has; {@link Long#MAX_VALUE} for a continuum. */
    long size();

    /** The value at a share of it, 0 (inclusive) to 1 (exclusive): uniform shares give values that are even on its scale. */
    double at(double share);
}
