package io.kernelign.lm.decoder;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** A decoder over weights that it owns. */
public final class Decoder implements AutoCloseable {

    private final ModelConfig config;
    private final Weights weights;
    private final List<DecoderLayer> layers;

    public Decoder(ModelConfig config, Weights weights) {
        this.config = config;
        this.weights = weights;
        layers = IntStream.range(0, config.layers().size())
                .mapToObj(layer -> new DecoderLayer(layer, config, weights))
                .toList();
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
        var pass = pass(tokens, positions, attention);
        return pass.hidden(pass.embedded(), 0, adapter);
    }

    /**
     * The way of tokens through this decoder.
     *
     * @param tokens n token ids
     * @param positions the position of each within its sequence
     */
    public Pass pass(long[] tokens, long[] positions, Attention attention) {
        return new Pass(config, weights, layers, tokens, positions, attention);
    }

    /** The output head; a tied one is the embedding. */
    public Head head() {
        var name = ModelTensors.head(config);
        var weight = weights.get(name);
        return new Head(weight, weights.factor(name), config.head().softCap(), Head.chunk(weight.size(0)));
    }

    @Override
    public void close() {
        weights.close();
    }
}
