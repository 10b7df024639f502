package io.kernelign.data;

/**
 * What an import tells of the prompts.
 *
 * @param different prompts, each counted once
 * @param nearlyTheSame how many of them have another one that is nearly the same
 * @param acrossSides how many of them have one that is nearly the same on the other side of the split, which makes the
 *     held-out figures look better than they are; above 0 only where the data set brings its own split
 */
public record Prompts(long different, long nearlyTheSame, long acrossSides) {}
