package io.kernelign.objective;

import io.kernelign.objective.divergence.Regulariser;
import io.kernelign.objective.embedding.EmbeddingSpread;
import io.kernelign.objective.embedding.SemanticMargin;
import io.kernelign.objective.embedding.SemanticReading;
import io.kernelign.objective.embedding.SemanticSignal;
import io.kernelign.objective.embedding.Source;
import io.kernelign.objective.implicit.Implicit;
import io.kernelign.objective.kernel.Kernel;
import io.kernelign.objective.kernel.ObjectiveState;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.objective.link.Link;
import io.kernelign.objective.link.MarginLink;
import io.kernelign.objective.link.RewardLink;
import io.kernelign.objective.link.Rewards;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.Map;
import java.util.Optional;

/**
 * The kernel as a measure of the margin's distance from indifference:
 * {@code E[link(psi(beta h) - gamma q_frozen + gamma q_policy)] + alpha Div(policy || reference) - eta H(weights)}.
 *
 * @param beta temperature of the margin, > 0, 1/nats
 * @param implicit what stands for a response's log ratio in h
 * @param embedding the semantic margin that shifts psi
 * @param sft weight of the chosen response's negative log-likelihood a token, >= 0
 */
public record RkhsMargin(
        double beta,
        Implicit implicit,
        Link link,
        Kernel kernel,
        Optional<SemanticSignal> embedding,
        double sft,
        Regulariser regulariser)
        implements Objective {

    @Override
    public Optional<Source> semanticSource() {
        return embedding.map(SemanticSignal::source);
    }

    @Override
    public SemanticReading fitSemantics(Tensor prompt, Tensor chosen, Tensor rejected) {
        return SemanticMargin.fit(kernel, embedding.orElseThrow(), prompt, chosen, rejected);
    }

    @Override
    public SemanticReading fitSemantics(EmbeddingSpread spread, Tensor prompt, Tensor chosen, Tensor rejected) {
        return SemanticMargin.fit(kernel, embedding.orElseThrow(), spread, prompt, chosen, rejected);
    }

    @Override
    public SemanticReading restoredSemantics(Map<String, float[]> arrays) {
        return SemanticMargin.restored(kernel, embedding.orElseThrow(), arrays);
    }

    @Override
    public ObjectiveLoss evaluate(PairBatch batch, ObjectiveState state) {
        require(batch);
        var pairs = batch.pairs();
        var rewards = rewards(pairs);
        var m = difference(rewards, pairs).times(beta);
        var psi = kernel.psi(m, state);
        var preference = cost(rewards, shifted(psi, batch)).mean();
        var regularised =
                batch.divergence().map(mean -> mean.times(regulariser.alpha())).orElseGet(() -> Tensors.scalar(0));
        var entropy = entropyTerm(state);
        var supervised = sft == 0
                ? Tensors.scalar(0)
                : pairs.policyChosen().over(pairs.chosenLength()).mean().times(-sft);
        return new ObjectiveLoss(
                preference.plus(regularised).plus(entropy).plus(supervised),
                preference,
                regularised,
                entropy,
                supervised,
                pairs.margin(),
                Kernel.within(m),
                psi);
    }

    private Rewards rewards(PairLogProbs pairs) {
        return new Rewards(
                implicit.score(pairs.chosenLogRatio()),
                implicit.score(pairs.rejectedLogRatio()),
                pairs.policyChosen().minus(pairs.policyRejected()),
                pairs.referenceChosen().minus(pairs.referenceRejected()));
    }

    private Tensor difference(Rewards rewards, PairLogProbs pairs) {
        return link instanceof MarginLink ofMargin && ofMargin.averagesTokens()
                ? rewards.chosen()
                        .over(pairs.chosenLength())
                        .minus(rewards.rejected().over(pairs.rejectedLength()))
                : rewards.chosen().minus(rewards.rejected());
    }

    private Tensor cost(Rewards rewards, Tensor margin) {
        return link instanceof RewardLink ofRewards
                ? ofRewards.loss(rewards, beta)
                : ((MarginLink) link).loss(margin, beta);
    }

    /** A frozen encoder says how much margin a pair deserves; the policy's own embeddings are part of what it prefers. */
    private Tensor shifted(Tensor psi, PairBatch batch) {
        return embedding
                .map(signal -> {
                    double gamma = signal.gamma().at(batch.progress());
                    var q = batch.semantic().orElseThrow();
                    return psi.plus(q.times(signal.source() == Source.EXTERNAL ? -gamma : gamma));
                })
                .orElse(psi);
    }

    @Override
    public Map<String, Float> initialStatistics() {
        return kernel.initialStatistics();
    }

    @Override
    public Map<String, Float> afterStep(Map<String, Float> statistics, StepSummary step) {
        return kernel.afterStep(statistics, step);
    }
}
