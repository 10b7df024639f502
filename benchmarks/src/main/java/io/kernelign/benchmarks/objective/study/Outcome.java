package io.kernelign.benchmarks.objective.study;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What one training came to, on its test pairs.
 *
 * @param correct of each test pair, whether the implicit reward margin h prefers the response that the rule prefers
 * @param absoluteLogRatio mean of |z|, nats
 * @param chosenLogRatio mean log ratio of policy to reference of the preferred response, nats
 * @param collapse the mixture's collapse index after every step; empty without a mixture
 */
public record Outcome(boolean[] correct, double absoluteLogRatio, double chosenLogRatio, double[] collapse) {

    /** The mixture's collapse index at the end; empty without a mixture. */
    public OptionalDouble finalCollapse() {
        return Arrays.stream(collapse).reduce((earlier, later) -> later);
    }

    /** Share of the test pairs that are ranked as the rule ranks them. */
    public double accuracy() {
        int hits = 0;
        for (boolean hit : correct) {
            hits += hit ? 1 : 0;
        }
        return (double) hits / correct.length;
    }
}
