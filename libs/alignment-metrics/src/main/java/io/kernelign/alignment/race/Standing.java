package io.kernelign.alignment.race;

/**
 * How a candidate stands at the end of a rung.
 *
 * @param candidate its place in the ranking, from 0
 * @param accuracy share of the rung's held-out pairs that it ranks rightly, with its interval
 * @param behind how much larger the leader's share is, with its interval; 0 for the leader
 * @param on whether it runs in the next rung, or has won
 */
public record Standing(int candidate, PairedDifference accuracy, PairedDifference behind, boolean on) {}
