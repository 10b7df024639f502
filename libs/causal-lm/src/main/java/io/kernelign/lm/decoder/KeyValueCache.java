package io.kernelign.lm.decoder;

import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.List;

/** Keys and values of the positions that one sequence has read, so that they are not computed again. */
public final class KeyValueCache implements AutoCloseable {

    private final int capacity;
    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();
    private int length;

    /** @param capacity most positions that the sequence can have */
    public KeyValueCache(int capacity) {
        this.capacity = capacity;
    }

    /** Positions that were read. */
    public int length() {
        return length;
    }

    /** Forgets the sequence, as before its first position. */
    public void clear() {
        length = 0;
    }

    /** A layer's buffer of keys, [key-value heads, capacity, d]. */
    Tensor keys(int layer, Tensor like) {
        return buffer(keys, layer, like);
    }

    /** A layer's buffer of values, [key-value heads, capacity, d]. */
    Tensor values(int layer, Tensor like) {
        return buffer(values, layer, like);
    }

    void grow(int positions) {
        length += positions;
    }

    private Tensor buffer(List<Tensor> buffers, int layer, Tensor like) {
        if (layer == buffers.size()) {
            buffers.add(Tensors.zeros(like.dtype(), like.size(1), capacity, like.size(2))
                    .retain());
        }
        return buffers.get(layer);
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
        keys.clear();
        values.clear();
    }
}
