package io.kernelign.service.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts tasks of one kind into the durable queue of a service. */
public abstract class TaskQueue {

    private static final Logger LOG = LoggerFactory.getLogger(TaskQueue.class);

    private final Scheduler scheduler;
    private final TaskDescriptor<String> task;
    private final QueuedTraces traces;
    private final Clock clock;

    /** @param task whose data is what {@link QueuedTraces} makes of it */
    protected TaskQueue(Scheduler scheduler, TaskDescriptor<String> task, QueuedTraces traces, Clock clock) {
        this.scheduler = scheduler;
        this.task = task;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Queues a task within the current transaction; a worker looks for it as soon as that is committed.
     *
     * @param id of what is to be worked on; at most one task for each is in the queue
     */
    public final void add(String id) {
        scheduler.schedule(instance(id));
        lookAfterCommit();
    }

    /**
     * Queues a task within the current transaction that may be in the queue still; see {@link TaskEnd}.
     *
     * @param id of what is to be worked on, whose lock this transaction has
     */
    public final void again(String id) {
        if (!scheduler.scheduleIfNotExists(instance(id))) {
            wake(id);
        }
        lookAfterCommit();
    }

    private SchedulableInstance<String> instance(String id) {
        return task.instance(id).data(traces.current(task.getTaskName())).scheduledTo(clock.instant());
    }

    private void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** Has a worker look at a task that waits in the queue at once; harmless when one has it. */
    public final void wake(String id) {
        try {
            scheduler.reschedule(task.instance(id).scheduledTo(clock.instant()));
            scheduler.triggerCheckForDueExecutions();
        } catch (TaskInstanceException e) {
            LOG.debug("{} does not wait in the queue", id, e);
        }
    }
}
