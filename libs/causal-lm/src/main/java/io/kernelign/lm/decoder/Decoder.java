package io.kernelign.lm.decoder;

import io.kernelign.lm.config.LlamaConfig;
import io.kernelign.lm.config.LlamaTensors;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.List;
import java.util.stream.IntStream;

/** A Llama decoder over weights that it owns. */
public final class Decoder implements AutoCloseable {

    private final LlamaConfig config;
    private final Weights weights;
    private final List<DecoderLayer> layers;
    private final Rotary rotary;

    public Decoder(LlamaConfig config, Weights weights) {
        this.config = config;
        this.weights = weights;
        layers = IntStream.range(0, config.layers())
                .mapToObj(layer -> new DecoderLayer(layer, config, weights))
                .toList();
        rotary = new Rotary(config);
    }

    public LlamaConfig config() {
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
        var rotation = rotary.at(Tensors.of(positions));
        var x = weights.get(LlamaTensors.EMBEDDING).select(0, Tensors.of(tokens));
        for (var layer : layers) {
            x = layer.forward(x, rotation, attention, adapter);
        }
        return Primitives.rmsNorm(x, weights.get(LlamaTensors.FINAL_NORM), config.normEps());
    }

    /** The output head [vocabulary, d]: a hidden state times its transpose is a row of logits. */
    public Tensor head() {
        return weights.get(config.tiedEmbeddings() ? LlamaTensors.EMBEDDING : LlamaTensors.HEAD);
    }

    @Override
    public void close() {
        rotary.close();
        weights.close();
    }
}
