package io.kernelign.benchmarks.upload;

/**
 * One upload.
 *
 * @param seconds from the first byte sent to the answer
 * @param heapBytes the most that the gateway's heap held meanwhile, garbage included
 */
record Upload(double seconds, long heapBytes, long rows) {}
