package io.kernelign.service.queue;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How a task leaves the queue that somebody may want done again just then: what says whether it is done is looked at under its
 * lock. Who wants it again, under the same lock, calls {@link TaskQueue#again}; so it is in the queue in any case.
 */
public final class TaskEnd {

    private TaskEnd() {}

    /** @param again takes the lock; when the task is to be done again, empty where it is done */
    public static CompletionHandler<String> of(TransactionOperations transactions, Supplier<Optional<Instant>> again) {
        return (execution, operations) -> transactions.executeWithoutResult(status ->
                again.get().ifPresentOrElse(next -> operations.reschedule(execution, next), operations::remove));
    }
}
