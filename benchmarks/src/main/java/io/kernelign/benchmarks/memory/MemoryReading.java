package io.kernelign.benchmarks.memory;

/**
 * The peak memory of one training.
 *
 * @param estimated bytes, before it started
 * @param taken bytes that its process held at most
 */
record MemoryReading(long estimated, long taken) {

    /** By how much the estimate is above what was taken, as a share of it; negative below. */
    double error() {
        return (double) estimated / taken - 1;
    }
}
