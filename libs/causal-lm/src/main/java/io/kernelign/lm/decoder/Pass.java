package io.kernelign.lm.decoder;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.RopeConfig;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way of some tokens through a decoder, which can be gone piece by piece; it belongs to the scope it was made in. */
public final class Pass {

    private final ModelConfig config;
    private final Weights weights;
    private final List<DecoderLayer> layers;
    private final long[] tokens;
    private final Attention attention;
    private final Map<RopeConfig, Rotation> rotations = new HashMap<>();

    Pass(
            ModelConfig config,
            Weights weights,
            List<DecoderLayer> layers,
            long[] tokens,
            long[] positions,
            Attention attention) {
        this.config = config;
        this.weights = weights;
        this.layers = layers;
        this.tokens = tokens;
        this.attention = attention;
        config.ropes().forEach(rope -> rotations.put(rope, Rotation.of(rope, positions)));
    }

    /** What enters the first layer, [n, d]. */
    public Tensor embedded() {
        var x = weights.get(ModelTensors.EMBEDDING).select(0, Tensors.of(tokens));
        return config.embeddingScale() == 1 ? x : x.times(config.embeddingScale());
    }

    /**
     * What leaves layer {@code to - 1} when {@code x} [n, d] enters layer {@code from}.
     *
     * @throws IllegalStateException if several layers are recorded at once whose projections are {@link Precision#WIDENED}
     */
    public Tensor through(Tensor x, int from, int to, Adapter adapter) {
        var at = x;
        for (int layer = from; layer < to; layer++) {
            var entered = at;
            if (layer > from && weights.shareFactors() && entered.requiresGradient()) {
                throw new IllegalStateException("layers that widen their weights are differentiated one at a time");
            }
            var rotation = config.layers().get(layer).rope().map(rotations::get).orElse(Rotation.NONE);
            at = layers.get(layer).forward(entered, rotation, attention, adapter);
            if (entered != x) {
                entered.close(); // What was recorded holds on to it by itself.
            }
        }
        return at;
    }

    /** What leaves the last layer, after the final norm. */
    public Tensor normed(Tensor x) {
        return Norm.of(config.norms(), weights.get(ModelTensors.FINAL_NORM)).apply(x);
    }

    /** Hidden states [n, d] after the final norm when {@code x} enters layer {@code from}. */
    public Tensor hidden(Tensor x, int from, Adapter adapter) {
        return normed(through(x, from, layers.size(), adapter));
    }

    /** To be called before backward goes through a layer: others may have computed since. */
    public void readyForBackward(int layer) {
        layers.get(layer).ready();
    }

    public int layers() {
        return layers.size();
    }
}
