package io.kernelign.contracts;

/**
 * Begins to take in the files of a benchmark.
 *
 * @param benchmark unchecked
 * @param name unchecked; {@code null} for that of the benchmark
 * @param bytes of their archive
 */
public record BenchmarkFilesOpening(String benchmark, String name, long bytes) {}
