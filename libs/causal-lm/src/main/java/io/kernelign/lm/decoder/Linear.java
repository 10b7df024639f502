package io.kernelign.lm.decoder;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.ModelTensors;
import io.kernelign.lm.config.Projection;
import io.kernelign.torch.Tensor;
import java.util.Optional;

/** One linear map of a layer: its weight under an adapter, and its bias if it has one. */
record Linear(int layer, Projection projection, Tensor weight, Optional<Tensor> bias) {

    static Linear of(int layer, Projection projection, ModelConfig config, Weights weights) {
        var bias = config.projections().biased().contains(projection)
                ? Optional.of(weights.get(ModelTensors.bias(layer, projection)))
                : Optional.<Tensor>empty();
        return new Linear(layer, projection, weights.factor(ModelTensors.projection(layer, projection)), bias);
    }

    Tensor apply(Tensor x, Adapter adapter) {
        return biased(adapter.apply(layer, projection, x, weight));
    }

    Tensor biased(Tensor y) {
        return bias.map(y::plus).orElse(y);
    }
}
