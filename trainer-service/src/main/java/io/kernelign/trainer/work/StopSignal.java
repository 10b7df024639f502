package io.kernelign.trainer.work;

import io.kernelign.trainer.job.JobWish;
import io.kernelign.trainer.work.WorkStoppedException.Wish;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asked between steps whether to go on. */
record StopSignal(Supplier<JobWish> wish, BooleanSupplier shuttingDown) {

    /** @throws WorkStoppedException when there is a reason to stop */
    void check() {
        reason(wish.get()).ifPresent(reason -> {
            throw new WorkStoppedException(reason);
        });
    }

    /** Why to stop, for who has just been told what is wished for. */
    Optional<Wish> reason(JobWish wished) {
        return switch (wished) {
            case CANCEL -> Optional.of(Wish.CANCEL);
            case PAUSE -> Optional.of(Wish.PAUSE);
            case YIELD -> Optional.of(Wish.YIELD);
            case GO_ON -> shuttingDown.getAsBoolean() ? Optional.of(Wish.SHUTDOWN) : Optional.empty();
        };
    }
}
