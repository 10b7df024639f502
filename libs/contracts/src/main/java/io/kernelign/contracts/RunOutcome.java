package io.kernelign.contracts;

import java.util.Map;

/**
 * Ends a run.
 *
 * @param state {@code succeeded}, {@code failed} or {@code cancelled}
 * @param details what no curve holds: per-layer table, samples, explanations
 */
public record RunOutcome(int attempt, String state, Map<String, Object> details) {}
