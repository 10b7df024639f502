package io.kernelign.selector.recommendation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts recommendations into the queue. */
@Component
class RecommendationQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("recommendation");

    private final Scheduler scheduler;
    private final Clock clock;

    RecommendationQueue(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues within the current transaction; a worker looks for it as soon as that is committed. */
    void add(String id) {
        scheduler.schedule(TASK.instance(id).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
