package io.kernelign.contracts;

import java.util.List;

/**
 * What a job would take of its worker's memory and disk at its peak, estimated; sizes are bytes.
 *
 * @param bytes the sum of the terms
 * @param availableBytes that the worker's process can have in all
 * @param diskBytes of the files that it keeps while it trains
 * @param freeDiskBytes on the disk that they would be on
 * @param fits whether there is enough of both
 * @param recomputesLayers whether backward would compute each layer again, as {@code gradientCheckpointing} says
 * @param terms what is in memory together at the peak
 * @param remedies what would make it fit, each estimated; empty where it fits, and where nothing would
 */
public record JobMemory(
        long bytes,
        long availableBytes,
        long diskBytes,
        long freeDiskBytes,
        boolean fits,
        boolean recomputesLayers,
        List<MemoryTerm> terms,
        List<MemoryRemedy> remedies) {}
