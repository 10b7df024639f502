package io.kernelign.lm.decoder;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.RopeConfig;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A decoder over weights that it owns. */
public final class Decoder implements AutoCloseable {

    private final ModelConfig config;
    private final Weights weights;
    private final List<DecoderLayer> layers;
    private final Norm finalNorm;

    public Decoder(ModelConfig config, Weights weights) {
        this.config = config;
        this.weights = weights;
        layers = IntStream.range(0, config.layers().size())
                .mapToObj(layer -> new DecoderLayer(layer, config, weights))
                .toList();
        finalNorm = Norm.of(config.norms(), weights.get(ModelTensors.FINAL_NORM));
    }

    public ModelConfig config() {
        return config;
    }

    public Weights weights() {
        return weights;
    }

    /**
     * Hidden states after the final norm.
     *
     * @param tokens n token ids
     * @param positions the position of each within its sequence
     * @return [n, d]
     */
    public Tensor hidden(long[] tokens, long[] positions, Attention attention, Adapter adapter) {
        var rotations = rotations(positions);
        var x = embed(tokens);
        for (int layer = 0; layer < layers.size(); layer++) {
            var rotation = config.layers().get(layer).rope().map(rotations::get).orElse(Rotation.NONE);
            x = layers.get(layer).forward(x, rotation, attention, adapter);
        }
        return finalNorm.apply(x);
    }

    private Tensor embed(long[] tokens) {
        var x = weights.get(ModelTensors.EMBEDDING).select(0, Tensors.of(tokens));
        return config.embeddingScale() == 1 ? x : x.times(config.embeddingScale());
    }

    private Map<RopeConfig, Rotation> rotations(long[] positions) {
        var rotations = new HashMap<RopeConfig, Rotation>();
        config.ropes().forEach(rope -> rotations.put(rope, Rotation.of(rope, positions)));
        return rotations;
    }

    /** The output head; a tied one is the embedding. */
    public Head head() {
        var weight = weights.get(config.head().tied() ? ModelTensors.EMBEDDING : ModelTensors.HEAD);
        return new Head(weight, config.head().softCap());
    }

    @Override
    public void close() {
        weights.close();
    }
}
