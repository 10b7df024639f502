package io.kernelign.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A recommendation and everything it rests on.
 *
 * @param progress share of the work done, 0 to 1
 * @param encoder name of the sentence encoder
 * @param model for encoder {@code policy} the model whose hidden states were taken, {@code NAME@sha256:HEX}; {@code null} for
 *     others
 * @param thresholds where the thresholds of the rules come from: {@code relative}, from a reference collection of real data
 *     sets, or {@code paper}; until the recommendation succeeded those asked for
 * @param pairsUsed how many pairs were measured
 * @param sampling why so many; {@code null} until the recommendation succeeded
 * @param metrics the eight selection metrics; empty until the recommendation succeeded
 * @param kernelTrace every kernel rule in order, up to and including the one whose choice was taken
 * @param divergenceTrace every divergence rule in order, up to and including the one whose choice was taken; one that fired
 *     before it was passed over because jobs do not offer its divergence
 * @param stability {@code null} until the recommendation succeeded
 * @param candidates all kernels with all divergences, those first whose rules hold best
 * @param objective the recommended objective, ready to be put into a job
 * @param reasons the choice in sentences
 * @param alternatives what other thresholds would recommend
 * @param embeddingsKey blob key of the embeddings (little-endian float32), kept for the trainer
 * @param embeddingFit what the objective's semantic signal takes from the data; {@code null} where the objective has none
 * @param error why it failed; {@code null} otherwise
 */
public record RecommendationView(
        String id,
        String datasetId,
        RecommendationState state,
        double progress,
        String encoder,
        String model,
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
        EmbeddingFitView embeddingFit,
        String error,
        Instant createdAt,
        Instant finishedAt) {}
