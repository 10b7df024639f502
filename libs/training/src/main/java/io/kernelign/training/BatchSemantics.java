package io.kernelign.training;

import io.kernelign.lm.decoder.PackedRows;
import io.kernelign.torch.Tensor;
import java.util.Optional;

/** What the objective's semantic signal says of the pairs of a batch. */
@FunctionalInterface
interface BatchSemantics {

    /** Of an objective without a signal. */
    BatchSemantics NONE = (batch, rows, hidden) -> Optional.empty();

    /**
     * @param batch its index
     * @param hidden the policy's last hidden states of every position [n, d]
     * @return what the objective's {@code semantic} argument is; empty without a signal
     */
    Optional<Tensor> of(int batch, PackedRows rows, Tensor hidden);
}
