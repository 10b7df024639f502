package io.kernelign.gateway.upload;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.kernelign.service.queue.QueuedTraces;
import io.kernelign.service.queue.TaskQueue;
import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The queue of whole uploads, which are to be imported. */
@Component
class UploadQueue extends TaskQueue {

    static final TaskDescriptor<String> IMPORT = TaskDescriptor.of("upload", String.class);

    /** @param scheduler knows the task, which in turn needs this */
    UploadQueue(@Lazy Scheduler scheduler, QueuedTraces traces, Clock clock) {
        super(scheduler, IMPORT, traces, clock);
    }
}
