package io.kernelign.trainer.sweep;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.kernelign.service.queue.TaskQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The queue of sweeps that are to begin. */
@Component
class SweepQueue extends TaskQueue {

    static final TaskDescriptor<Void> SWEEP = TaskDescriptor.of("sweep");

    SweepQueue(Scheduler scheduler, Clock clock) {
        super(scheduler, SWEEP, clock);
    }
}
