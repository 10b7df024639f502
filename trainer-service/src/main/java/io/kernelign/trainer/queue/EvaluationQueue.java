package io.kernelign.trainer.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.kernelign.service.queue.QueuedTraces;
import io.kernelign.service.queue.TaskQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The queue of evaluations. */
@Component
public class EvaluationQueue extends TaskQueue {

    static final TaskDescriptor<String> EVALUATION = TaskDescriptor.of("evaluation", String.class);

    EvaluationQueue(Scheduler scheduler, QueuedTraces traces, Clock clock) {
        super(scheduler, EVALUATION, traces, clock);
    }
}
