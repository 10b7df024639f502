package io.kernelign.data.layout;

/**
 * A rule by which a layout drops rows or makes pairs of them. What a rule drops is no defect.
 *
 * @param text the rule as a sentence without a full stop
 */
public record Rule(String text) {

    static final Rule TIES = new Rule("ties are dropped");
    static final Rule SEVERAL_TURNS = new Rule("conversations of several turns are dropped");
}
