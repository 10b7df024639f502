package io.kernelign.search;

/**
 * One round of successive halving.
 *
 * @param trials how many run in it at most, at least 1
 * @param share of a whole run that each of them is trained, in (0, 1]
 */
public record Rung(int trials, double share) {}
