package io.kernelign.trainer.sweep;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts the beginnings of sweeps into the queue. */
@Component
class SweepQueue {

    static final TaskDescriptor<Void> SWEEP = TaskDescriptor.of("sweep");

    private final Scheduler scheduler;
    private final Clock clock;

    SweepQueue(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues the beginning of a sweep within the current transaction. */
    void add(String sweep) {
        scheduler.schedule(SWEEP.instance(sweep).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
