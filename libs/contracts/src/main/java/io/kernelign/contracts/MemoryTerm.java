package io.kernelign.contracts;

/**
 * A part of a job's memory.
 *
 * @param name by which it can be told from the others
 * @param meaning a sentence
 */
public record MemoryTerm(String name, long bytes, String meaning) {}
