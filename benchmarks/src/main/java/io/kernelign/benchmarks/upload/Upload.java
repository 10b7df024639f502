package io.kernelign.benchmarks.upload;

/**
 * One upload.
 *
 * @param seconds from the first byte sent to the answer
 * @param sending how many of these seconds passed until the last byte was sent
 * @param heapBytes the most that the gateway's heap held meanwhile, garbage included
 */
record Upload(double seconds, double sending, long heapBytes, long rows) {}
