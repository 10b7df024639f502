package io.kernelign.trainer.memory;

import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.training.memory.ByteSize;
import io.kernelign.training.memory.ProcessMemory;
import org.springframework.stereotype.Component;

/** Memory for what somebody waits for: there is room for it beside what else runs in this worker, or it is refused. */
@Component
public class SpareRoom {

    private final WorkerMemory memory;

    SpareRoom(WorkerMemory memory) {
        this.memory = memory;
    }

    /**
     * Claims memory until the claim is closed.
     *
     * @param what begins the refusal: "This model cannot be loaded beside what runs"
     * @throws ConflictException when there is not enough
     */
    public Claim claim(long bytes, String what) {
        synchronized (memory) {
            require(bytes, what);
            return memory.claim(bytes);
        }
    }

    /**
     * Claims memory that a training may have back.
     *
     * @param what begins the refusal
     * @param letGo closes the claim before it returns; called by another thread
     * @throws ConflictException when there is not enough
     */
    public Claim lend(long bytes, String what, Runnable letGo) {
        synchronized (memory) {
            require(bytes, what);
            return memory.lend(bytes, letGo);
        }
    }

    private void require(long bytes, String what) {
        long left = Math.max(0, memory.room() - ProcessMemory.bytes());
        if (bytes > left) {
            throw new ConflictException("%s: it takes %s, and of the %s that this worker can have %s are left."
                    .formatted(what, ByteSize.text(bytes), ByteSize.text(memory.whole()), ByteSize.text(left)));
        }
    }
}
