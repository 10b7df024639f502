package io.kernelign.benchmarks.upload;

/**
 * One upload.
 *
 * @param seconds from the first byte sent to the answer
 * @param heapMib the most that the gateway's heap held meanwhile, garbage included, in MiB
 */
record Upload(double seconds, long heapMib, long rows) {}
