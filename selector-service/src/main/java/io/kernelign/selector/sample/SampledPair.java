package io.kernelign.selector.sample;

/**
 * One pair of a sample; its texts are places in {@link PairSample#texts()}.
 *
 * @param line of the pair in the canonical file, from 0
 */
public record SampledPair(int line, int prompt, int chosen, int rejected) {}
