package io.kernelign.lm.decoder;

import io.kernelign.torch.AttentionRule;
import io.kernelign.torch.Tensor;

/** Who attends to whom among the positions of one forward pass. */
@FunctionalInterface
public interface Attention {

    /**
     * @param rule of the layer
     * @param query [n, heads, d], rotated
     * @param key [n, key-value heads, d], rotated
     * @param value [n, key-value heads, d]
     * @return [n, heads * d]
     */
    Tensor attend(int layer, AttentionRule rule, Tensor query, Tensor key, Tensor value);
}
