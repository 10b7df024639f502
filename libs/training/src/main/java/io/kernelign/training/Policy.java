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

    /** The same in the forward passes of training, where some of it may be dropped. */
    Adapter inTraining();

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

    /** Hidden states of every position [n, d], without dropout. */
    default Tensor hidden(PackedRows rows) {
        return rows.hidden(model(), adapter());
    }

    @Override
    void close();
}
