package io.kernelign.selector.recommendation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.kernelign.service.queue.QueuedTraces;
import io.kernelign.service.queue.TaskQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The queue of recommendations. */
@Component
class RecommendationQueue extends TaskQueue {

    static final TaskDescriptor<String> TASK = TaskDescriptor.of("recommendation", String.class);

    RecommendationQueue(Scheduler scheduler, QueuedTraces traces, Clock clock) {
        super(scheduler, TASK, traces, clock);
    }
}
