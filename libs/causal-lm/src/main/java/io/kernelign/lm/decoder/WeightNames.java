package io.kernelign.lm.decoder;

import io.kernelign.lm.config.Projection;

/** Names of a layer's tensors in Hugging Face checkpoints. */
public final class WeightNames {

    private WeightNames() {}

    /** The weight of one projection, {@code model.layers.3.self_attn.q_proj.weight}. */
    public static String projection(int layer, Projection projection) {
        return projection.module(layer) + ".weight";
    }

    static String attentionNorm(int layer) {
        return "model.layers." + layer + ".input_layernorm.weight";
    }

    static String mlpNorm(int layer) {
        return "model.layers." + layer + ".post_attention_layernorm.weight";
    }
}
