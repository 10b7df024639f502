package io.kernelign.lm.generation;

import java.util.List;

/**
 * How far an answer goes.
 *
 * @param tokens most tokens, at least 1
 * @param stops texts before which it ends
 */
public record AnswerLimits(int tokens, List<String> stops) {}
