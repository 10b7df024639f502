package io.kernelign.training.explanation;

import java.util.List;
import java.util.Optional;

/** Sentences that explain what strikes in the figures of a training. */
public final class Explanations {

    private static final List<Rule> RULES = List.of(
            new FallenChosenReward(), new OverFitting(), new WorseTask(), new CollapsedMixture(), new FarLayer());

    private Explanations() {}

    /** One sentence or two for each thing; empty when nothing strikes. */
    public static List<String> of(RunHistory run) {
        return RULES.stream()
                .map(rule -> rule.explain(run))
                .flatMap(Optional::stream)
                .toList();
    }
}
