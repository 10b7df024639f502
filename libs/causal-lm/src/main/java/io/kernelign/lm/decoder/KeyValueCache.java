package io.kernelign.lm.decoder;

import io.kernelign.torch.DType;
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

    /**
     * Begins as another one: what that has read counts as read.
     *
     * @param beginning no longer than this one can be
     */
    public void begin(KeyValueCache beginning) {
        copy(beginning.keys, keys, beginning.length);
        copy(beginning.values, values, beginning.length);
        length = beginning.length;
    }

    private void copy(List<Tensor> from, List<Tensor> to, int positions) {
        for (int layer = 0; layer < from.size(); layer++) {
            var source = from.get(layer);
            var buffer = buffer(to, layer, source.dtype(), source.size(0), source.size(2));
            buffer.slice(1, 0, positions).assign(source.slice(1, 0, positions));
        }
    }

    /** Forgets what follows the first positions. */
    public void rewind(int positions) {
        length = positions;
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
        return buffer(buffers, layer, like.dtype(), like.size(1), like.size(2));
    }

    private Tensor buffer(List<Tensor> buffers, int layer, DType type, long heads, long width) {
        if (layer == buffers.size()) {
            buffers.add(Tensors.zeros(type, heads, capacity, width).retain());
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
