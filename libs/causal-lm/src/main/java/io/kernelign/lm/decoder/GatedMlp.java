package io.kernelign.lm.decoder;

import io.kernelign.lm.config.Activation;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.Projection;
import io.kernelign.torch.Tensor;

/** A layer's MLP: down(activation(gate(x)) * up(x)). */
final class GatedMlp {

    private final Activation activation;
    private final Fan gateUp;
    private final Linear down;

    GatedMlp(int layer, ModelConfig config, Weights weights) {
        activation = config.mlp().activation();
        gateUp = Fan.of(layer, Projection.GATE_UP, config, weights);
        down = Linear.of(layer, Projection.DOWN, config, weights);
    }

    Tensor forward(Tensor x, Adapter adapter) {
        var projected = gateUp.apply(x, adapter);
        return down.apply(activation.gate(projected.get(0), projected.get(1)), adapter);
    }
}
