package io.kernelign.trainer.memory;

import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.memory.WorkerMemory.Claim;
import io.kernelign.training.memory.ByteSize;
import io.kernelign.training.memory.ProcessMemory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Memory beside what else runs in this worker, for what is no training. */
@Component
public class SpareRoom {

    private static final long LOOK_MILLIS = 500;

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

    /**
     * Claims memory until the claim is closed, once others have given back what they have of it.
     *
     * @param what begins the refusal
     * @param waiting called again and again meanwhile; what it throws ends the wait
     * @throws ConflictException when even all of this worker's memory is not enough
     */
    public Claim await(long bytes, String what, Runnable waiting) throws InterruptedException {
        var claimed = now(bytes);
        if (claimed.isEmpty()) {
            memory.recall();
            claimed = now(bytes);
        }
        while (claimed.isEmpty()) {
            long most = Math.max(0, memory.whole() - ProcessMemory.bytes());
            if (bytes > most) {
                throw refusal(bytes, what, most);
            }
            waiting.run();
            memory.awaitChange(LOOK_MILLIS);
            claimed = now(bytes);
        }
        return claimed.get();
    }

    private Optional<Claim> now(long bytes) {
        synchronized (memory) {
            return bytes <= left() ? Optional.of(memory.claim(bytes)) : Optional.empty();
        }
    }

    private void require(long bytes, String what) {
        long left = left();
        if (bytes > left) {
            throw refusal(bytes, what, left);
        }
    }

    private long left() {
        return Math.max(0, memory.room() - ProcessMemory.bytes());
    }

    private ConflictException refusal(long bytes, String what, long left) {
        return new ConflictException("%s: it takes %s, and of the %s that this worker can have %s are left."
                .formatted(what, ByteSize.text(bytes), ByteSize.text(memory.whole()), ByteSize.text(left)));
    }
}
