package io.kernelign.data.layout;

/**
 * What a rule did in one import.
 *
 * @param rows rows that it took
 * @param pairs pairs that it made of them; 0 for a rule that drops rows
 */
public record RuleUse(String rule, long rows, long pairs) {

    /** What the same rule did in all. */
    public RuleUse plus(RuleUse more) {
        return new RuleUse(rule, rows + more.rows, pairs + more.pairs);
    }
}
