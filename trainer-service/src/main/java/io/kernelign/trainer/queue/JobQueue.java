package io.kernelign.trainer.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.kernelign.service.queue.QueuedTraces;
import io.kernelign.service.queue.TaskQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The queue of jobs. */
@Component
public class JobQueue extends TaskQueue {

    static final TaskDescriptor<String> JOB = TaskDescriptor.of("job", String.class);

    JobQueue(Scheduler scheduler, QueuedTraces traces, Clock clock) {
        super(scheduler, JOB, traces, clock);
    }
}
