package io.kernelign.trainer.sweep;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.kernelign.service.queue.QueuedTraces;
import io.kernelign.service.queue.TaskQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The queue of sweeps that are to begin. */
@Component
class SweepQueue extends TaskQueue {

    static final TaskDescriptor<String> SWEEP = TaskDescriptor.of("sweep", String.class);

    SweepQueue(Scheduler scheduler, QueuedTraces traces, Clock clock) {
        super(scheduler, SWEEP, traces, clock);
    }
}
