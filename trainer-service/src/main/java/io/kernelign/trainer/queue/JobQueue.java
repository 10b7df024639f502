package io.kernelign.trainer.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts jobs into the queue. */
@Component
public class JobQueue {

    static final TaskDescriptor<Void> JOB = TaskDescriptor.of("job");

    private final Scheduler scheduler;
    private final Clock clock;

    JobQueue(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues a job within the current transaction; a worker looks for it as soon as that is committed. */
    public void add(String job) {
        scheduler.schedule(JOB.instance(job).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
