package io.kernelign.lm.decoder;

import io.kernelign.torch.Tensor;
import java.util.Collections;
import java.util.Map;

/** A model's tensors by their Hugging Face names; owns their memory. */
public final class Weights implements AutoCloseable {

    private final Map<String, Tensor> tensors;
    private final Precision precision;

    /**
     * @param tensors retained tensors, one per entry of {@link io.kernelign.lm.config.ModelTensors#shapes}, in any order
     * @param precision of the layers' projections
     */
    public Weights(Map<String, Tensor> tensors, Precision precision) {
        this.tensors = Collections.unmodifiableMap(tensors);
        this.precision = precision;
    }

    /** FLOAT32 alone. */
    public Weights(Map<String, Tensor> tensors) {
        this(tensors, Precision.FLOAT32);
    }

    Precision precision() {
        return precision;
    }

    /** @throws IllegalArgumentException when the model has no such tensor */
    public Tensor get(String name) {
        var tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the model has no tensor " + name);
        }
        return tensor;
    }

    /** All tensors, in the order they were given. */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::close);
    }
}
