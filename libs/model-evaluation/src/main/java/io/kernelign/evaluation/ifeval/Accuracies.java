package io.kernelign.evaluation.ifeval;

import java.util.List;

/**
 * The four accuracies of IFEval. The one that is quoted most is the loose one of prompts.
 *
 * @param strict by {@link Criterion#STRICT}
 * @param loose by {@link Criterion#LOOSE}; never below the strict one
 */
public record Accuracies(Accuracy strict, Accuracy loose) {

    /** @param verdicts those of at least one prompt */
    public static Accuracies of(List<Verdicts> verdicts) {
        return new Accuracies(
                Accuracy.of(verdicts.stream().map(Verdicts::strict).toList()),
                Accuracy.of(verdicts.stream().map(Verdicts::loose).toList()));
    }
}
