package io.kernelign.trainer.work;

import io.kernelign.trainer.job.JobStanding;
import io.kernelign.trainer.job.PausedJobException;
import io.kernelign.trainer.job.StaleWorkerException;
import java.util.function.BooleanSupplier;

/** A kind of what the queue holds: jobs, or evaluations. */
public interface Work {

    /** Whether there is one of this kind. */
    boolean is(String id);

    /** How one stands. */
    JobStanding standing(String id);

    /**
     * Works on one until it has ended.
     *
     * @param shuttingDown whether this process is about to end
     * @throws InterruptedWorkException when it was laid down and another worker has to go on
     * @throws PausedJobException when it is to rest
     * @throws StaleWorkerException when another worker has taken it already
     */
    void run(String id, BooleanSupplier shuttingDown);

    /**
     * Takes one from whoever has it and ends it: as cancelled where somebody wishes that, else as failed.
     *
     * @throws PausedJobException when it is to rest
     */
    void giveUp(String id, String reason);

    /** Says in its log what happens around it. */
    void tell(String id, String message);
}
