package io.kernelign.contracts;

/**
 * A kernel and a divergence that a job can use together.
 *
 * @param score how well the rules for both hold, 0 to 1; {@code null} for {@code none} and {@code f}, for which the paper has
 *     no rule, so that only a measurement can speak for them
 * @param recommended whether it is the recommended one: the first rule that holds decides, not the score
 */
public record CandidateView(String kernel, String divergence, Double score, boolean recommended) {}
