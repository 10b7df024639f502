package io.kernelign.trainer.work;

import io.kernelign.trainer.work.WorkStoppedException.Wish;
import java.util.function.BooleanSupplier;

/** Asked between steps whether to go on. */
record StopSignal(BooleanSupplier cancelRequested, BooleanSupplier shuttingDown) {

    /** @throws WorkStoppedException when there is a reason to stop */
    void check() {
        check(cancelRequested.getAsBoolean());
    }

    /** The same for who has just been told whether a cancellation is wished for. */
    void check(boolean cancelled) {
        if (cancelled) {
            throw new WorkStoppedException(Wish.CANCEL);
        }
        if (shuttingDown.getAsBoolean()) {
            throw new WorkStoppedException(Wish.SHUTDOWN);
        }
    }
}
