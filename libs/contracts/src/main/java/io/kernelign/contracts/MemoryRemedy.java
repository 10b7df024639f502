package io.kernelign.contracts;

import java.util.Map;

/**
 * Something that would make a job fit.
 *
 * @param changes fields of the job, dotted from its root, with the values that they would have
 * @param bytes that the job would then take
 */
public record MemoryRemedy(Map<String, Object> changes, long bytes) {}
