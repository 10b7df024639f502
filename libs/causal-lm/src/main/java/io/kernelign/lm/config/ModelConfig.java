package io.kernelign.lm.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shape of a decoder, part by part.
 *
 * @param architecture its name in the {@code architectures} list of {@code config.json}
 * @param vocabularySize rows of the embedding, at least 1
 * @param hiddenSize width of the residual stream
 * @param maxPositions longest sequence the model was made for, tokens
 * @param embeddingScale what embeddings are multiplied by before the first layer
 * @param projections which linear maps there are
 * @param layers one entry per decoder layer
 */
public record ModelConfig(
        String architecture,
        int vocabularySize,
        int hiddenSize,
        int maxPositions,
        double embeddingScale,
        NormConfig norms,
        AttentionConfig attention,
        MlpConfig mlp,
        ProjectionConfig projections,
        List<LayerConfig> layers,
        HeadConfig head) {

    public ModelConfig {
        layers = List.copyOf(layers);
    }

    /** The rotations that its layers use. */
    public Set<RopeConfig> ropes() {
        return layers.stream().flatMap(layer -> layer.rope().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Number of parameters, a tied head counted once. */
    public long parameters() {
        return elements(ModelTensors.shapes(this));
    }

    private static long elements(Map<String, List<Long>> shapes) {
        return shapes.values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
                .sum();
    }
}
