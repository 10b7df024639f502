package io.kernelign.lm.decoder;

import io.kernelign.torch.Tensor;
import java.util.Collections;
import java.util.Map;

/** A model's tensors by their Hugging Face names; owns their memory. */
public final class Weights implements AutoCloseable {

    private final Map<String, Tensor> tensors;
    private final Map<String, Tensor> factors;
    private final Map<String, Tensor> rooms;

    /**
     * @param tensors retained tensors, one per entry of {@link io.kernelign.lm.config.ModelTensors#shapes}, in any order
     * @param factors retained copies of some in the precision of products
     * @param rooms retained tensors that others share as their copies in that precision, one at a time
     */
    Weights(Map<String, Tensor> tensors, Map<String, Tensor> factors, Map<String, Tensor> rooms) {
        this.tensors = Collections.unmodifiableMap(tensors);
        this.factors = Map.copyOf(factors);
        this.rooms = Map.copyOf(rooms);
    }

    /** Tensors that products are computed with as they are. */
    public Weights(Map<String, Tensor> tensors) {
        this(tensors, Map.of(), Map.of());
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
        var room = rooms.get(name);
        return room == null ? factors.getOrDefault(name, get(name)) : room;
    }

    /** Whether tensors share their factors, so that each has to be {@linkplain #fill filled in} before it is used. */
    boolean shareFactors() {
        return !rooms.isEmpty();
    }

    /** Makes a tensor's factor have its values, if it shares it with others. */
    void fill(String name) {
        var room = rooms.get(name);
        if (room != null) {
            room.refill(get(name));
        }
    }

    /** All tensors, in the order they were given. */
    public Map<String, Tensor> tensors() {
        return tensors;
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::close);
        factors.values().forEach(Tensor::close);
        rooms.values().stream().distinct().forEach(Tensor::close);
    }
}
