package io.kernelign.lm.tokenizer;

/** Token ids of a prompt and of the two answers to it. The arrays are the caller's to leave unchanged. */
public record TokenPair(int[] prompt, int[] chosen, int[] rejected) {}
