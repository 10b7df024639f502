package io.kernelign.contracts;

/**
 * One selection rule as it was applied.
 *
 * @param choice the kernel or divergence that the rule would choose
 * @param rule the rule with its thresholds: {@code PNAV > 0.5 and TAT < 0.3}
 * @param values the values it was applied to: {@code PNAV = 0.61, TAT = 0.41}
 * @param fired whether it held
 */
public record RuleView(String choice, String rule, String values, boolean fired) {}
