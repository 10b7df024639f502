package io.kernelign.selector.advice;

import io.kernelign.alignment.selection.AppliedRule;
import io.kernelign.alignment.selection.Decision;
import io.kernelign.alignment.selection.Measurements;
import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.contracts.RuleView;
import io.kernelign.contracts.SelectionMetricView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule book recommends for measured data. */
public record Advice(Measurements measured, Decision kernel, Decision divergence, Set<String> divergences) {

    /** @param divergences those that jobs can use */
    public static Advice of(Measurements measured, RuleBook rules, Set<String> divergences) {
        return new Advice(
                measured,
                rules.kernel().decide(measured, rules.kernel().choices()),
                rules.divergence().decide(measured, divergences),
                divergences);
    }

    /** In the vocabulary of jobs; what is left out stays at its default. */
    public Map<String, Object> objective() {
        var objective = new LinkedHashMap<String, Object>();
        objective.put("formulation", "rkhs_margin");
        objective.put("kernel", Map.of("name", kernel.choice()));
        objective.put("divergence", Map.of("name", divergence.choice()));
        return objective;
    }

    /** Why this kernel and this divergence, one sentence each, and why not another divergence. */
    public List<String> reasons() {
        var reasons = new ArrayList<String>();
        reasons.add(reason(
                "Kernel", kernel, "no kernel rule holds, so the mixture that learns its weights is recommended"));
        divergence.passedOver().forEach(rule -> reasons.add(passedOver(rule)));
        reasons.add(reason("Divergence", divergence, "no divergence rule decides, so the plain one is recommended"));
        return reasons;
    }

    private static String reason(String what, Decision decision, String noRule) {
        var why = decision.decisive()
                .map(rule -> rule.rule().text() + " holds (" + rule.values() + ")")
                .orElse(noRule);
        return what + " " + decision.choice() + ": " + why + ".";
    }

    private String passedOver(AppliedRule applied) {
        return "Divergence %s was passed over: %s holds (%s), but jobs can use only %s here."
                .formatted(
                        applied.rule().choice(),
                        applied.rule().text(),
                        applied.values(),
                        divergences.stream().sorted().collect(Collectors.joining(", ")));
    }

    public List<SelectionMetricView> metrics() {
        return measured.byMetric().entrySet().stream()
                .map(each -> new SelectionMetricView(
                        each.getKey().key(),
                        boxed(each.getValue().value()),
                        boxed(each.getValue().raw()),
                        each.getKey().meaning()))
                .toList();
    }

    public List<RuleView> kernelTrace() {
        return trace(kernel);
    }

    public List<RuleView> divergenceTrace() {
        return trace(divergence);
    }

    private static List<RuleView> trace(Decision decision) {
        return decision.trace().stream()
                .map(each -> new RuleView(each.rule().choice(), each.rule().text(), each.values(), each.fired()))
                .toList();
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
