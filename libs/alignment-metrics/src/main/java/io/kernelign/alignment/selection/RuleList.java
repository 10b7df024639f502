package io.kernelign.alignment.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules in order; the first that holds decides.
 *
 * @param otherwise what is chosen when none holds
 */
public record RuleList(List<Rule> rules, String otherwise) {

    /** Everything that could be chosen. */
    public Set<String> choices() {
        return Stream.concat(rules.stream().map(Rule::choice), Stream.of(otherwise))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Chooses among what is offered: a rule that holds for something else is kept in the trace and passed over.
     *
     * @param offered must contain {@link #otherwise}
     */
    public Decision decide(Measurements data, Set<String> offered) {
        if (!offered.contains(otherwise)) {
            throw new IllegalArgumentException(otherwise + " must be offered; offered are " + offered);
        }
        var tried = new ArrayList<AppliedRule>();
        for (var rule : rules) {
            var applied = rule.apply(data);
            tried.add(applied);
            if (applied.fired() && offered.contains(rule.choice())) {
                return new Decision(rule.choice(), List.copyOf(tried));
            }
        }
        return new Decision(otherwise, List.copyOf(tried));
    }

    /** How well the rule for each choice holds, 0 to 1; for {@link #otherwise} how far all rules fail. */
    Map<String, Double> scores(Bootstrap data) {
        var scores = new LinkedHashMap<String, Double>();
        double none = 1;
        for (var rule : rules) {
            double score = rule.score(data);
            scores.put(rule.choice(), score);
            none *= 1 - score;
        }
        scores.put(otherwise, none);
        return scores;
    }
}
