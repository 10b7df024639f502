package io.kernelign.training;

import io.kernelign.alignment.evaluation.Accuracy;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.objective.ObjectiveLoss;
import io.kernelign.objective.kernel.StepSummary;
import io.kernelign.torch.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Adds up what the forward passes of one optimiser step say, into means over all pairs of the step. */
final class StepSums {

    private final int pairs;
    private final double beta;
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private double squaredMargin;
    private long tokens;

    /**
     * @param pairs of the whole step
     * @param beta temperature that turns nats into rewards
     */
    StepSums(int pairs, double beta) {
        this.pairs = pairs;
        this.beta = beta;
    }

    void add(ObjectiveLoss loss, PackedRows rows) {
        double share = (double) rows.rows() / pairs;
        add("loss", loss.total(), share);
        add("preference_loss", loss.preference(), share);
        add("divergence_term", loss.regulariser(), share);
        add("entropy_term", loss.entropy(), share);
        add("sft_term", loss.sft(), share);
        add("reward_margin", loss.h().mean(), share * beta);
        add("psi", loss.psi().mean(), share);
        metrics.merge("reward_accuracy", share * Accuracy.ofMargins(loss.h().doubles()), Double::sum);
        squaredMargin += share * loss.m().square().mean().item();
        tokens += rows.size();
    }

    private void add(String name, Tensor mean, double share) {
        metrics.merge(name, share * mean.item(), Double::sum);
    }

    Map<String, Double> metrics() {
        return metrics;
    }

    /** What keeps a step from being made of these pairs; what running statistics follow counts as part of the loss. */
    Optional<NotFinite> notFinite() {
        if (!Double.isFinite(metrics.get("reward_margin"))) {
            return Optional.of(NotFinite.LOGITS);
        }
        return Double.isFinite(metrics.get("loss")) && Float.isFinite((float) squaredMargin)
                ? Optional.empty()
                : Optional.of(NotFinite.LOSS);
    }

    /** What the objective's running statistics follow. */
    StepSummary summary() {
        return new StepSummary(squaredMargin);
    }

    long tokens() {
        return tokens;
    }
}
