package io.kernelign.lm.lora;

import io.kernelign.lm.config.Projection;
import java.util.Set;

/**
 * The shape of a LoRA adapter.
 *
 * @param rank width of the bottleneck, at least 1
 * @param alpha the update is scaled by alpha / rank
 * @param dropout share of the adapter's inputs dropped in training, in [0, 1)
 * @param targets the projections that get an adapter, in every layer
 */
public record LoraSettings(int rank, double alpha, double dropout, Set<Projection> targets) {

    public LoraSettings {
        targets = Set.copyOf(targets);
    }

    public double scale() {
        return alpha / rank;
    }
}
