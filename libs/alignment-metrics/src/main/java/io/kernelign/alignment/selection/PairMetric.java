package io.kernelign.alignment.selection;

/** How one metric is computed. */
interface PairMetric {

    /**
     * @param pairs distances whose spread is not zero
     * @param seed of the random swaps or orders, for metrics that use them
     */
    Measurement measure(PairDistances pairs, long seed);
}
