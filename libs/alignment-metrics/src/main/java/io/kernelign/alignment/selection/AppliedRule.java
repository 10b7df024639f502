package io.kernelign.alignment.selection;

/**
 * One rule as it was applied to one data set.
 *
 * @param values the values it was applied to: {@code PNAV = 0.6131, TAT = 0.4100}
 * @param fired whether every condition held
 */
public record AppliedRule(Rule rule, String values, boolean fired) {}
