package io.kernelign.lm.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names and shapes under which a Llama checkpoint keeps its weights; a linear layer's are [out, in]. */
public final class LlamaTensors {

    public static final String EMBEDDING = "model.embed_tokens.weight";
    public static final String FINAL_NORM = "model.norm.weight";
    public static final String HEAD = "lm_head.weight";

    private LlamaTensors() {}

    /** Every tensor of a checkpoint, in the order in which the model uses them. */
    public static Map<String, List<Long>> shapes(LlamaConfig config) {
        var shapes = new LinkedHashMap<String, List<Long>>();
        put(shapes, EMBEDDING, config.vocabularySize(), config.hiddenSize());
        for (int layer = 0; layer < config.layers(); layer++) {
            putLayer(shapes, layer, config);
        }
        put(shapes, FINAL_NORM, config.hiddenSize());
        if (!config.tiedEmbeddings()) {
            put(shapes, HEAD, config.vocabularySize(), config.hiddenSize());
        }
        return Collections.unmodifiableMap(shapes);
    }

    /** The weight of one projection: {@code model.layers.3.self_attn.q_proj.weight}. */
    public static String projection(int layer, Projection projection) {
        return projection.module(layer) + ".weight";
    }

    public static String attentionNorm(int layer) {
        return "model.layers." + layer + ".input_layernorm.weight";
    }

    public static String mlpNorm(int layer) {
        return "model.layers." + layer + ".post_attention_layernorm.weight";
    }

    /** Number of parameters, a tied head counted once. */
    public static long parameters(LlamaConfig config) {
        return shapes(config).values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
                .sum();
    }

    private static void putLayer(Map<String, List<Long>> shapes, int layer, LlamaConfig config) {
        put(shapes, attentionNorm(layer), config.hiddenSize());
        put(shapes, mlpNorm(layer), config.hiddenSize());
        for (var projection : Projection.values()) {
            put(shapes, projection(layer, projection), projection.outputWidth(config), projection.inputWidth(config));
        }
    }

    private static void put(Map<String, List<Long>> shapes, String name, long... shape) {
        shapes.put(name, Arrays.stream(shape).boxed().toList());
    }
}
