package io.kernelign.lm.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names and shapes under which a checkpoint keeps its weights; a linear layer's are [out, in]. */
public final class ModelTensors {

    public static final String EMBEDDING = "model.embed_tokens.weight";
    public static final String FINAL_NORM = "model.norm.weight";
    public static final String HEAD = "lm_head.weight";

    private ModelTensors() {}

    /** The matrix that the output head multiplies by; a tied one is the embedding. */
    public static String head(ModelConfig config) {
        return config.head().tied() ? EMBEDDING : HEAD;
    }

    /** Every tensor of a checkpoint, in the order in which the model uses them. */
    public static Map<String, List<Long>> shapes(ModelConfig config) {
        var shapes = new LinkedHashMap<String, List<Long>>();
        put(shapes, EMBEDDING, config.vocabularySize(), config.hiddenSize());
        for (int layer = 0; layer < config.layers().size(); layer++) {
            putLayer(shapes, layer, config);
        }
        put(shapes, FINAL_NORM, config.hiddenSize());
        if (!config.head().tied()) {
            put(shapes, HEAD, config.vocabularySize(), config.hiddenSize());
        }
        return Collections.unmodifiableMap(shapes);
    }

    /** The weights of all projections of all layers. */
    public static Set<String> projections(ModelConfig config) {
        return IntStream.range(0, config.layers().size())
                .boxed()
                .flatMap(layer -> config.projections().all().stream().map(each -> projection(layer, each)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The weight of one projection: {@code model.layers.3.self_attn.q_proj.weight}. */
    public static String projection(int layer, Projection projection) {
        return projection.module(layer) + ".weight";
    }

    /** The bias of one projection: {@code model.layers.3.self_attn.q_proj.bias}. */
    public static String bias(int layer, Projection projection) {
        return projection.module(layer) + ".bias";
    }

    /** The weight of one of a layer's {@link NormPlaces}. */
    public static String norm(int layer, String place) {
        return "model.layers." + layer + "." + place + ".weight";
    }

    public static String queryNorm(int layer) {
        return norm(layer, "self_attn.q_norm");
    }

    public static String keyNorm(int layer) {
        return norm(layer, "self_attn.k_norm");
    }

    private static void putLayer(Map<String, List<Long>> shapes, int layer, ModelConfig config) {
        config.norms().places().names().forEach(place -> put(shapes, norm(layer, place), config.hiddenSize()));
        var attention = config.attention();
        switch (attention.queryKeyNorm()) {
            case NONE -> {}
            case PER_HEAD -> {
                put(shapes, queryNorm(layer), attention.headDim());
                put(shapes, keyNorm(layer), attention.headDim());
            }
            case WHOLE -> {
                put(shapes, queryNorm(layer), attention.queryWidth());
                put(shapes, keyNorm(layer), attention.keyValueWidth());
            }
        }
        for (var projection : config.projections().all()) {
            put(shapes, projection(layer, projection), projection.outputWidth(config), projection.inputWidth(config));
            if (config.projections().biased().contains(projection)) {
                put(shapes, bias(layer, projection), projection.outputWidth(config));
            }
        }
    }

    private static void put(Map<String, List<Long>> shapes, String name, long... shape) {
        shapes.put(name, Arrays.stream(shape).boxed().toList());
    }
}
