package io.kernelign.trainer.memory;

import io.kernelign.trainer.duty.Duty;
import java.io.File;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The room that a job is held against when it is submitted: that of this process, or where it trains none what its operator
 * says that each of those has which do.
 */
@Component
public class JobRoom {

    private static final String MEMORY = "kernelign.trainer.workers.memory";
    private static final String DISK = "kernelign.trainer.workers.disk";
    private static final String ACCEPTED =
            "a size such as 75GB, what each process has that trains, since this one does not";
    private static final File TEMPORARY = new File(System.getProperty("java.io.tmpdir"));

    private final WorkerMemory own;
    private final boolean here;
    private final long memory;
    private final long disk;

    JobRoom(
            WorkerMemory own,
            Duty duty,
            @Value("${" + MEMORY + "}") String memory,
            @Value("${" + DISK + "}") String disk) {
        this.own = own;
        this.here = duty.trains();
        this.memory = here ? 0 : Sizes.bytes(MEMORY, memory, ACCEPTED);
        this.disk = here ? 0 : Sizes.bytes(DISK, disk, ACCEPTED);
    }

    /** Bytes of memory that a training can have. */
    public long memory() {
        return here ? own.whole() : memory;
    }

    /** Bytes that are free where work folders are made. */
    public long disk() {
        return here ? TEMPORARY.getUsableSpace() : disk;
    }
}
