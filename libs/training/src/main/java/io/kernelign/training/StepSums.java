package io.kernelign.training;

import io.kernelign.alignment.evaluation.Accuracy;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.objective.ObjectiveLoss;
import io.kernelign.torch.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up what the forward passes of one optimiser step say, into means over all pairs of the step. */
final class StepSums {

    private final int pairs;
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private double squaredMargin;
    private long tokens;

    StepSums(int pairs) {
        this.pairs = pairs;
    }

    void add(ObjectiveLoss loss, PackedRows rows) {
        double share = (double) rows.rows() / pairs;
        var m = loss.m().detached();
        add("loss", loss.total(), share);
        add("preference_loss", loss.preference(), share);
        add("divergence_term", loss.regulariser(), share);
        add("entropy_term", loss.entropy(), share);
        add("reward_margin", m.mean(), share);
        add("psi", loss.psi().mean(), share);
        metrics.merge("reward_accuracy", share * Accuracy.ofMargins(m.doubles()), Double::sum);
        squaredMargin += share * m.square().mean().item();
        tokens += rows.size();
    }

    private void add(String name, Tensor mean, double share) {
        metrics.merge(name, share * mean.item(), Double::sum);
    }

    Map<String, Double> metrics() {
        return metrics;
    }

    double meanSquaredMargin() {
        return squaredMargin;
    }

    long tokens() {
        return tokens;
    }
}
