package io.kernelign.evaluation.ifeval;

import java.util.List;

/**
 * How well instructions are followed, 0 to 1.
 *
 * @param promptLevel the share of prompts of which all instructions are followed
 * @param instructionLevel the share of all instructions that are followed
 */
public record Accuracy(double promptLevel, double instructionLevel) {

    /** @param followed for each prompt, which of its instructions are; at least one prompt */
    static Accuracy of(List<List<Boolean>> followed) {
        if (followed.isEmpty()) {
            throw new IllegalArgumentException("verdicts is empty; accepted is those of at least one prompt");
        }
        return new Accuracy(
                share(followed.stream().map(prompt -> !prompt.contains(false)).toList()),
                share(followed.stream().flatMap(List::stream).toList()));
    }

    private static double share(List<Boolean> verdicts) {
        return (double) verdicts.stream().filter(it -> it).count() / verdicts.size();
    }
}
