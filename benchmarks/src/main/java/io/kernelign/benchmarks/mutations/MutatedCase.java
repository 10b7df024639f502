package io.kernelign.benchmarks.mutations;

import io.kernelign.data.ImportOptions;
import java.util.List;

/**
 * What is imported.
 *
 * @param name by which it can be made again
 * @param kind of the files, for people
 */
record MutatedCase(String name, String kind, List<byte[]> files, ImportOptions options) {}
