package io.kernelign.service.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts tasks of one kind into the durable queue of a service. */
public abstract class TaskQueue {

    private final Scheduler scheduler;
    private final TaskDescriptor<Void> task;
    private final Clock clock;

    protected TaskQueue(Scheduler scheduler, TaskDescriptor<Void> task, Clock clock) {
        this.scheduler = scheduler;
        this.task = task;
        this.clock = clock;
    }

    /**
     * Queues a task within the current transaction; a worker looks for it as soon as that is committed.
     *
     * @param id of what is to be worked on; at most one task for each is in the queue
     */
    public final void add(String id) {
        scheduler.schedule(task.instance(id).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
