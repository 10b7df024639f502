package io.kernelign.data;

import io.kernelign.data.layout.Findings;
import io.kernelign.data.layout.Rule;
import io.kernelign.data.layout.RuleUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what rules do, those that find nothing to do included. */
final class RuleTally {

    private final Map<Rule, RuleUse> uses = new LinkedHashMap<>();

    RuleTally(List<Rule> rules) {
        rules.forEach(rule -> uses.put(rule, new RuleUse(rule.text(), 0, 0)));
    }

    void add(Findings.Applied applied) {
        uses.merge(applied.rule(), new RuleUse(applied.rule().text(), applied.rows(), applied.pairs()), RuleUse::plus);
    }

    List<RuleUse> uses() {
        return List.copyOf(uses.values());
    }
}
