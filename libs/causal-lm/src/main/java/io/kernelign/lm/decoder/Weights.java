package io.kernelign.lm.decoder;

import io.kernelign.torch.Tensor;
import java.util.Collections;
import java.util.Map;

/** A model's tensors by their Hugging Face names; owns their memory. */
public final class Weights implements AutoCloseable {

    private final Map<String, Tensor> tensors;
    private final Map<String, Tensor> factors;

    /**
     * @param tensors retained tensors, one per entry of {@link io.kernelign.lm.config.ModelTensors#shapes}, in any order
     * @param factors retained copies of some in the precision of products
     */
    Weights(Map<String, Tensor> tensors, Map<String, Tensor> factors) {
        this.tensors = Collections.unmodifiableMap(tensors);
        this.factors = Map.copyOf(factors);
    }

    /** Tensors that products are computed with as they are. */
    public Weights(Map<String, Tensor> tensors) {
        this(tensors, Map.of());
    }

    /** @throws IllegalArgumentException when the model has no such tensor */
    public Tensor get(String name) {
        var tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the model has no tensor " + name);
        }
        return tensor;
    }

    /** A tensor as products are computed with it: a copy in their precision, else the tensor itself. */
    Tensor factor(String name) {
        var copy = factors.get(name);
        return copy == null ? get(name) : copy;
    }

    /** All tensors, in the order they were given. */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::close);
        factors.values().forEach(Tensor::close);
    }
}
