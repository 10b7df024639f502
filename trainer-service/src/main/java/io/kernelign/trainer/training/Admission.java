package io.kernelign.trainer.training;

import io.kernelign.trainer.memory.WorkerMemory;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.training.UntrainableException;
import io.kernelign.training.memory.MemoryPlan;
import io.kernelign.training.memory.TrainingShape;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a training begin once there is memory for it beside what else runs in this worker. */
@Component
class Admission {

    private static final long LOOK_MILLIS = 500;

    private final WorkerMemory memory;

    Admission(WorkerMemory memory) {
        this.memory = memory;
    }

    /** A training that may begin, and its memory. */
    record Admitted(MemoryPlan plan, Claim claim) implements AutoCloseable {
        @Override
        public void close() {
            claim.close();
        }
    }

    /**
     * Waits while others have the memory.
     *
     * @param listener is told of the wait, and may end it
     * @throws UntrainableException when even all of this worker's memory is not enough
     */
    Admitted admit(TrainingShape shape, JobListener listener) throws InterruptedException {
        var admitted = now(shape);
        if (admitted.isEmpty() || admitted.get().plan().recomputes()) {
            admitted.ifPresent(Admitted::close);
            memory.recall();
            admitted = now(shape);
        }
        if (admitted.isEmpty() && memory.isClaimed()) {
            listener.warning("The job waits for memory that another one has.");
        }
        while (admitted.isEmpty()) {
            var alone = MemoryPlan.of(shape, memory.whole());
            if (!alone.fits()) {
                throw new UntrainableException(alone.refusal());
            }
            listener.check();
            memory.awaitChange(LOOK_MILLIS);
            admitted = now(shape);
        }
        return admitted.get();
    }

    private Optional<Admitted> now(TrainingShape shape) {
        synchronized (memory) {
            var plan = MemoryPlan.of(shape, memory.room());
            return plan.fits() ? Optional.of(new Admitted(plan, memory.claim(plan.besideProcess()))) : Optional.empty();
        }
    }
}
