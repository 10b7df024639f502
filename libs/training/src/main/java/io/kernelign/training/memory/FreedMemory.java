package io.kernelign.training.memory;

import io.kernelign.torch.Allocator;

/**
 * What allocators keep of freed memory at the moment of the peak, measured on made-up models of 60 million parameters.
 *
 * <p>What layers have freed does not serve the head, whose tensors are far larger, nor the other way round: both lie there.
 * Beyond that, the C library leaves gaps, some of them for good between gradients that were made amid what a layer computed
 * again; jemalloc mostly fills them, but for those that the head's tensors leave.
 */
final class FreedMemory {

    private static final long C_LIBRARY_KEEPS = 110L << 20;
    private static final double C_LIBRARY_GAPS = 0.2;
    private static final long JEMALLOC_KEEPS = 30L << 20;
    private static final double JEMALLOC_GAPS = 0.5;

    private FreedMemory() {}

    /**
     * Bytes.
     *
     * @param mostOfLayers what the layers take at the moment when that is most
     * @param mostOfHead the same of the head
     * @param gradients that are made while layers are computed again; 0 where they are not
     */
    static long bytes(Allocator allocator, Moment peak, long mostOfLayers, long mostOfHead, long gradients) {
        long idle = mostOfLayers + mostOfHead - peak.bytes();
        return idle
                + switch (allocator) {
                    case C_LIBRARY -> C_LIBRARY_KEEPS + Math.round(C_LIBRARY_GAPS * mostOfLayers) + gradients;
                    case JEMALLOC -> JEMALLOC_KEEPS + Math.round(JEMALLOC_GAPS * mostOfHead);
                };
    }
}
