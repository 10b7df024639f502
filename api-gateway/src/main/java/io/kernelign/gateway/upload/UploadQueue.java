package io.kernelign.gateway.upload;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.kernelign.service.queue.TaskQueue;
import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The queue of whole uploads, which are to be imported. */
@Component
class UploadQueue extends TaskQueue {

    static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("upload");

    /** @param scheduler knows the task, which in turn needs this */
    UploadQueue(@Lazy Scheduler scheduler, Clock clock) {
        super(scheduler, IMPORT, clock);
    }
}
