package io.kernelign.alignment.selection;

import java.util.OptionalDouble;

/**
 * A kernel and a divergence that a job could use together.
 *
 * @param score how well the rules for both hold, 0 to 1; empty when there is no rule for one of them, so that only a
 *     measurement could speak for it
 */
public record Candidate(String kernel, String divergence, OptionalDouble score) {}
