package io.kernelign.selector.recommendation;

import io.kernelign.contracts.AlternativeView;
import io.kernelign.contracts.CandidateView;
import io.kernelign.contracts.EmbeddingFitView;
import io.kernelign.contracts.RuleView;
import io.kernelign.contracts.SelectionMetricView;
import io.kernelign.contracts.StabilityView;
import io.kernelign.selector.advice.Advice;
import io.kernelign.selector.advice.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a recommendation that succeeded found; kept as JSON. */
record Findings(
        String thresholds,
        long pairsUsed,
        String sampling,
        List<SelectionMetricView> metrics,
        List<RuleView> kernelTrace,
        List<RuleView> divergenceTrace,
        StabilityView stability,
        List<CandidateView> candidates,
        Map<String, Object> objective,
        List<String> reasons,
        List<AlternativeView> alternatives,
        List<String> warnings,
        String embeddingsKey,
        EmbeddingFitView embeddingFit) {

    /** Nothing yet. */
    static final Findings NONE = new Findings(
            null, 0, null, List.of(), List.of(), List.of(), null, List.of(), Map.of(), List.of(), List.of(), List.of(),
            null, null);

    /** @param fit of the embeddings that jobs read; empty when the objective is to read none */
    static Findings of(
            Verdicts verdicts,
            Sampling sampling,
            List<String> warnings,
            String embeddingsKey,
            Optional<EmbeddingFitView> fit) {
        var advice = verdicts.advice();
        return new Findings(
                advice.rules().thresholds(),
                sampling.measured(),
                sampling.sentence(advice.stability()),
                advice.metrics(),
                advice.kernelTrace(),
                advice.divergenceTrace(),
                advice.stability(),
                advice.candidates(),
                fit.isPresent() ? advice.objectiveWithEmbeddings() : advice.objective(),
                advice.reasons(),
                verdicts.others().stream().map(Advice::alternative).toList(),
                warnings,
                embeddingsKey,
                fit.orElse(null));
    }
}
