package io.kernelign.contracts;

/**
 * How a candidate stood at the end of a rung.
 *
 * @param accuracy share of the pairs that it ranks rightly, by how much more than the reference it prefers the chosen one
 * @param behind how much larger the leader's share is, over the same pairs
 * @param kept whether it ran on, or won
 */
public record PilotStandingView(
        String kernel,
        String divergence,
        double accuracy,
        IntervalView accuracyInterval,
        double behind,
        IntervalView behindInterval,
        boolean kept) {}
