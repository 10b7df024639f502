package io.kernelign.lm.decoder;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** A decoder over weights that it owns. */
public final class Decoder implements AutoCloseable {

    private final ModelConfig config;
    private final Weights weights;
    private final List<DecoderLayer> layers;
    private final Head head;

    public Decoder(ModelConfig config, Weights weights) {
        this.config = config;
        this.weights = weights;
        layers = IntStream.range(0, config.layers().size())
                .mapToObj(layer -> new DecoderLayer(layer, config, weights))
                .toList();
        head = head(config, weights);
    }

    private static Head head(ModelConfig config, Weights weights) {
        var weight = weights.get(config.head().tied() ? ModelTensors.EMBEDDING : ModelTensors.HEAD);
        try (var scope = Scope.plain()) {
            var factor = weights.precision().of(weight);
            if (factor != weight) {
                factor.retain();
            }
            return new Head(weight, factor, config.head().softCap(), Head.chunk(weight.size(0)));
        }
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
        return head;
    }

    @Override
    public void close() {
        if (head.factor() != head.weight()) {
            head.factor().close();
        }
        weights.close();
    }
}
