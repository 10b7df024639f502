package io.kernelign.selector.recommendation;

import io.kernelign.contracts.RuleView;
import io.kernelign.contracts.SelectionMetricView;
import io.kernelign.selector.advice.Advice;
import java.util.List;
import java.util.Map;

/** What a recommendation that succeeded found; kept as JSON. */
record Findings(
        long pairsUsed,
        List<SelectionMetricView> metrics,
        List<RuleView> kernelTrace,
        List<RuleView> divergenceTrace,
        Map<String, Object> objective,
        List<String> reasons,
        List<String> warnings,
        String embeddingsKey) {

    /** Nothing yet. */
    static final Findings NONE = new Findings(0, List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), null);

    static Findings of(Advice advice, long pairsUsed, List<String> warnings, String embeddingsKey) {
        return new Findings(
                pairsUsed,
                advice.metrics(),
                advice.kernelTrace(),
                advice.divergenceTrace(),
                advice.objective(),
                advice.reasons(),
                warnings,
                embeddingsKey);
    }
}
