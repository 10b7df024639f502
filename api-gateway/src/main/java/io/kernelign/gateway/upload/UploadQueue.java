package io.kernelign.gateway.upload;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts whole uploads into the queue, to be imported. */
@Component
class UploadQueue {

    static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("upload");

    private final Scheduler scheduler;
    private final Clock clock;

    /** @param scheduler knows the task, which in turn needs this */
    UploadQueue(@Lazy Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues within the current transaction; a worker looks for it as soon as that is committed. */
    void add(String id) {
        scheduler.schedule(IMPORT.instance(id).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
