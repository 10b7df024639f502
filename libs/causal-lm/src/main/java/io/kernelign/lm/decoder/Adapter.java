package io.kernelign.lm.decoder;

import io.kernelign.lm.config.Projection;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** What a decoder's linear maps compute: the base weight alone, or the base weight with a learned update. */
@FunctionalInterface
public interface Adapter {

    /** The base model: with a LoRA adapter in training, this is the reference. */
    Adapter NONE = (layer, projection, x, weight) -> Primitives.linear(x, weight);

    /**
     * Applies one projection.
     *
     * @param x [n, in]
     * @param weight the base weight, [out, in]
     * @return [n, out]
     */
    Tensor apply(int layer, Projection projection, Tensor x, Tensor weight);

    /**
     * Applies several projections of the same input.
     *
     * @param weights the base weight of each
     * @return the output of each
     */
    default List<Tensor> applyAll(int layer, List<Projection> projections, Tensor x, List<Tensor> weights) {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> apply(layer, projections.get(i), x, weights.get(i)))
                .toList();
    }
}
