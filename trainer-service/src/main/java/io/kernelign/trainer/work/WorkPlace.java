package io.kernelign.trainer.work;

import java.util.function.BooleanSupplier;

/** Where the work is done that this process takes from the queue. */
public interface WorkPlace {

    /** Sees to it that a piece is worked on until it has ended; with the exceptions of {@link Work#run}. */
    void run(Work work, String id, BooleanSupplier shuttingDown);
}
