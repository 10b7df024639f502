package io.kernelign.training;

import io.kernelign.lm.config.Projection;
import io.kernelign.lm.decoder.Adapter;
import io.kernelign.lm.decoder.Decoder;
import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.torch.Tensor;
import java.util.List;
import java.util.Map;

/** The model in training: a decoder, how it is read, and the leaves that training changes, which it owns. */
public sealed interface Policy extends AutoCloseable permits LowRankPolicy, FullPolicy {

    /** The decoder that computes it. */
    Decoder model();

    /** What its linear maps compute. */
    Adapter adapter();

    /**
     * The same in a forward pass of training, where some of it may be dropped.
     *
     * @param seed decides what is dropped, however often the pass is computed
     */
    Adapter inTraining(long seed);

    /** Whether the output head is among the leaves. */
    boolean trainsHead();

    /** Every leaf by the name under which it is kept, in a fixed order. */
    Map<String, Tensor> named();

    /** A projection's weight as it is now, [out, in]. */
    Tensor weight(int layer, Projection projection);

    /** Every leaf, in the order of {@link #named}. */
    default List<Tensor> parameters() {
        return List.copyOf(named().values());
    }

    /** A batch where this policy and its reference part. */
    Entry enter(Reference reference, int batch, PackedRows rows);

    @Override
    void close();
}
