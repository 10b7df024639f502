package io.kernelign.lm.config;

/**
 * The output head.
 *
 * @param tied whether it is the embedding
 * @param softCap c of logits c tanh(z / c); 0 for none
 */
public record HeadConfig(boolean tied, double softCap) {}
