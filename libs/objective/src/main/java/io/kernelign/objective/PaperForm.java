package io.kernelign.objective;

import io.kernelign.objective.divergence.Regulariser;
import io.kernelign.objective.embedding.EmbeddingSpread;
import io.kernelign.objective.embedding.SemanticReading;
import io.kernelign.objective.embedding.Similarities;
import io.kernelign.objective.embedding.SimilarityReading;
import io.kernelign.objective.embedding.SimilaritySignal;
import io.kernelign.objective.embedding.Source;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Map;
import java.util.Optional;

/**
 * The kernelised hybrid loss as the paper writes it (Table 1, App. E), for reproduction and study:
 * {@code -(kappa(z) + gamma kappa_e(s_+, s_-)) + alpha beta Div(policy || reference) - eta H(weights)}.
 *
 * @param beta second factor of the divergence's weight, > 0
 * @param embedding the embedding term; empty for none
 */
public record PaperForm(
        double beta,
        Kernel kernel,
        Direction direction,
        LogRatio logRatio,
        Optional<SimilaritySignal> embedding,
        Regulariser regulariser)
        implements Objective {

    @Override
    public Optional<Source> semanticSource() {
        return embedding.map(SimilaritySignal::source);
    }

    @Override
    public SemanticReading fitSemantics(Tensor prompt, Tensor chosen, Tensor rejected) {
        return new SimilarityReading();
    }

    @Override
    public SemanticReading fitSemantics(EmbeddingSpread spread, Tensor prompt, Tensor chosen, Tensor rejected) {
        return new SimilarityReading();
    }

    @Override
    public SemanticReading restoredSemantics(Map<String, float[]> arrays) {
        return new SimilarityReading();
    }

    @Override
    public ObjectiveLoss evaluate(PairBatch batch, ObjectiveState state) {
        require(batch);
        var pairs = batch.pairs();
        var z = logRatio.of(pairs);
        var value = kernel.value(z, state);
        var preference = withEmbeddings(value, batch, state).mean().times(direction.sign());
        var regularised = batch.divergence()
                .map(mean -> mean.times(regulariser.alpha() * beta))
                .orElseGet(() -> Tensors.scalar(0));
        var entropy = entropyTerm(state);
        return new ObjectiveLoss(
                preference.plus(regularised).plus(entropy),
                preference,
                regularised,
                entropy,
                Tensors.scalar(0),
                pairs.margin(),
                z,
                value);
    }

    private Tensor withEmbeddings(Tensor value, PairBatch batch, ObjectiveState state) {
        return embedding
                .map(signal -> {
                    var both = batch.semantic().orElseThrow();
                    var similarities = new Similarities(
                            both.slice(1, 0, 1).squeeze(1), both.slice(1, 1, 2).squeeze(1));
                    double gamma = signal.gamma().at(batch.progress());
                    return value.plus(kernel.value(similarities, signal, state).times(gamma));
                })
                .orElse(value);
    }

    @Override
    public Map<String, Float> initialStatistics() {
        return Map.of();
    }

    @Override
    public Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step) {
        return statistics;
    }
}
