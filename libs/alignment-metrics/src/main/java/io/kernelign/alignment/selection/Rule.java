package io.kernelign.alignment.selection;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Chooses a kernel or a divergence when all its conditions hold.
 *
 * @param choice name in the vocabulary of training jobs
 */
public record Rule(String choice, List<Condition> conditions) {

    static Rule when(String choice, Condition... conditions) {
        return new Rule(choice, List.of(conditions));
    }

    /** {@code PNAV > 0.5 and TAT < 0.3}. */
    public String text() {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    AppliedRule apply(Measurements data) {
        return new AppliedRule(
                this,
                conditions.stream()
                        .map(condition -> condition.text(data.value(condition.metric())))
                        .collect(Collectors.joining(", ")),
                conditions.stream().allMatch(condition -> condition.holds(data.value(condition.metric()))));
    }

    /** How well all conditions hold, 0 to 1. */
    double score(Bootstrap data) {
        return conditions.stream()
                .mapToDouble(condition ->
                        condition.score(data.pairs().value(condition.metric()), data.standardError(condition.metric())))
                .reduce(1, (a, b) -> a * b);
    }
}
