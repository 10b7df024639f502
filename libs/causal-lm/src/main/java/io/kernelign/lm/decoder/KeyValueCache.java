package io.kernelign.lm.decoder;

import io.kernelign.torch.AttentionRule;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import io.kernelign.torch.Tensors;
import java.util.ArrayList;
import java.util.List;

/** Attention of one growing sequence: keys and values of earlier positions are kept, not computed again. */
public final class KeyValueCache implements Attention, AutoCloseable {

    private final List<Tensor> keys = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();

    @Override
    public Tensor attend(int layer, AttentionRule rule, Tensor query, Tensor key, Tensor value) {
        return Primitives.cachedAttention(query, grow(keys, layer, key), grow(values, layer, value), rule);
    }

    private static Tensor grow(List<Tensor> cache, int layer, Tensor fresh) {
        if (layer == cache.size()) {
            cache.add(fresh.retain());
            return fresh;
        }
        try (var old = cache.get(layer)) {
            cache.set(layer, Tensors.concat(List.of(old, fresh), 0).retain());
        }
        return cache.get(layer);
    }

    /** Forgets the sequence, as before its first position. */
    public void clear() {
        close();
        keys.clear();
        values.clear();
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
    }
}
