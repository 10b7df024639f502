package io.kernelign.alignment.evaluation;

/**
 * A held-out pair with a score for each response, of which the higher one is taken as preferred: per-token mean
 * log-probability for a ranking, implicit reward for a preference.
 *
 * @param id decides the order in which the responses are shown
 * @param task tag of the pair; {@code null} when it has none
 */
public record JudgedPair(String id, String task, double chosenScore, double rejectedScore) {}
