package io.kernelign.selector.advice;

import io.kernelign.alignment.selection.AppliedRule;
import io.kernelign.alignment.selection.Bootstrap;
import io.kernelign.alignment.selection.Candidate;
import io.kernelign.alignment.selection.Candidates;
import io.kernelign.alignment.selection.Decision;
import io.kernelign.alignment.selection.Measurements;
import io.kernelign.alignment.selection.RuleBook;
import io.kernelign.alignment.selection.SelectionMetric;
import io.kernelign.contracts.AlternativeView;
import io.kernelign.contracts.CandidateView;
import io.kernelign.contracts.IntervalView;
import io.kernelign.contracts.RuleView;
import io.kernelign.contracts.SelectionMetricView;
import io.kernelign.contracts.StabilityView;
import io.kernelign.contracts.ThresholdView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule book recommends for measured data.
 *
 * @param silence why the data cannot say anything, so that plain DPO is recommended; empty when they can
 */
public record Advice(
        Bootstrap measured,
        RuleBook rules,
        Optional<String> silence,
        Decision kernel,
        Decision divergence,
        Set<String> divergences) {

    private static final int FEWEST = 50;
    private static final Decision PLAIN = new Decision("none", List.of());

    /**
     * @param usable how many different pairs, each of two different responses, were measured
     * @param divergences those that jobs can use
     */
    public static Advice of(Bootstrap measured, long usable, RuleBook rules, Set<String> divergences) {
        var silence = silence(measured.pairs(), usable);
        return silence.isPresent()
                ? new Advice(
                        measured,
                        rules,
                        silence,
                        PLAIN,
                        new Decision(rules.divergence().otherwise(), List.of()),
                        divergences)
                : new Advice(
                        measured,
                        rules,
                        silence,
                        kernel(measured.pairs(), rules),
                        divergence(measured.pairs(), rules, divergences),
                        divergences);
    }

    private static Optional<String> silence(Measurements data, long usable) {
        if (usable < FEWEST) {
            return Optional.of("the number of different pairs is %d, and below %d any choice would be a guess"
                    .formatted(usable, FEWEST));
        }
        return Stream.of(SelectionMetric.values())
                        .allMatch(metric -> data.value(metric).isEmpty())
                ? Optional.of("all embeddings lie equally far from each other")
                : Optional.empty();
    }

    private static Decision kernel(Measurements data, RuleBook rules) {
        return rules.kernel().decide(data, rules.kernel().choices());
    }

    private static Decision divergence(Measurements data, RuleBook rules, Set<String> divergences) {
        return rules.divergence().decide(data, divergences);
    }

    public StabilityView stability() {
        if (silence.isPresent()) {
            return new StabilityView(0, 0);
        }
        return new StabilityView(
                measured.stability(data -> kernel(data, rules).choice()),
                measured.stability(data -> divergence(data, rules, divergences).choice()));
    }

    /** As an alternative to advice with other thresholds. */
    public AlternativeView alternative() {
        return new AlternativeView(rules.thresholds(), kernel.choice(), divergence.choice(), stability(), reasons());
    }

    /** Best first; without the divergences that jobs cannot use. */
    public List<CandidateView> candidates() {
        return Candidates.ranked(rules, measured).stream()
                .filter(each -> divergences.contains(each.divergence()))
                .map(each ->
                        new CandidateView(each.kernel(), each.divergence(), boxed(each.score()), recommended(each)))
                .toList();
    }

    private boolean recommended(Candidate candidate) {
        return candidate.kernel().equals(kernel.choice())
                && candidate.divergence().equals(divergence.choice());
    }

    /** In the vocabulary of jobs; what is left out stays at its default. */
    public Map<String, Object> objective() {
        var objective = new LinkedHashMap<String, Object>();
        objective.put("formulation", "rkhs_margin");
        objective.put("kernel", Map.of("name", kernel.choice()));
        objective.put("divergence", Map.of("name", divergence.choice()));
        return objective;
    }

    /** The same with a semantic signal from the encoder that jobs read. */
    public Map<String, Object> objectiveWithEmbeddings() {
        var objective = new LinkedHashMap<>(objective());
        objective.put("embedding", Map.of("source", "external"));
        return objective;
    }

    /** Whether plain DPO is recommended. */
    public boolean plain() {
        return kernel.equals(PLAIN);
    }

    /** Why this kernel and this divergence, one sentence each, and why not another divergence. */
    public List<String> reasons() {
        if (silence.isPresent()) {
            return List.of("The data cannot say: " + silence.get() + ". Plain DPO is recommended.");
        }
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
        return Arrays.stream(SelectionMetric.values()).map(this::view).toList();
    }

    private SelectionMetricView view(SelectionMetric metric) {
        var measurement = measured.pairs().byMetric().get(metric);
        return new SelectionMetricView(
                metric.key(),
                boxed(measurement.value()),
                boxed(measurement.raw()),
                measured.interval(metric)
                        .map(interval -> new IntervalView(interval.low(), interval.high()))
                        .orElse(null),
                metric.intervalBias().orElse(null),
                thresholds(metric),
                metric.meaning());
    }

    private List<ThresholdView> thresholds(SelectionMetric metric) {
        return Stream.of(rules.kernel(), rules.divergence())
                .flatMap(list -> list.rules().stream())
                .flatMap(rule -> rule.conditions().stream()
                        .filter(condition -> condition.metric() == metric)
                        .map(condition -> new ThresholdView(
                                rule.choice(),
                                condition.comparison().name().toLowerCase(Locale.ROOT),
                                condition.threshold(),
                                condition.holds(measured.pairs().value(metric)))))
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
