package io.kernelign.search;

/** A distribution of one coordinate. */
sealed interface Kernel permits RangeKernel, ChoiceKernel {

    /** Natural logarithm of the density, or of the probability where values are counted. */
    double logDensity(double coordinate);

    /** The coordinate below which a share of the distribution lies, 0 (inclusive) to 1 (exclusive). */
    double at(double share);
}
