package io.kernelign.trainer.webhook;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.kernelign.service.queue.QueuedTraces;
import io.kernelign.service.queue.TaskEnd;
import io.kernelign.service.queue.TaskQueue;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The queue of messages. It has a table and threads of its own: whoever is slow to take a message holds up no job, and a long
 * job no message.
 */
@Component
class DeliveryQueue extends TaskQueue {

    private static final TaskDescriptor<String> DELIVERY = TaskDescriptor.of("webhook", String.class);
    private static final String TABLE = "webhook_task";
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    @Autowired
    DeliveryQueue(
            DataSource database,
            DeliveryWorker worker,
            Deliveries deliveries,
            TransactionOperations transactions,
            WebhookSettings settings,
            QueuedTraces traces,
            Clock clock) {
        this(scheduler(database, task(worker, deliveries, transactions), settings, traces), traces, clock);
    }

    private DeliveryQueue(Scheduler scheduler, QueuedTraces traces, Clock clock) {
        super(scheduler, DELIVERY, traces, clock);
        this.scheduler = scheduler;
    }

    private static CustomTask<String> task(
            DeliveryWorker worker, Deliveries deliveries, TransactionOperations transactions) {
        return Tasks.custom(DELIVERY)
                .onFailure((execution, operations) ->
                        operations.reschedule(execution, execution.getTimeDone().plus(RETRY)))
                .onDeadExecutionRevive()
                .execute((message, context) -> {
                    worker.deliver(message.getId());
                    return TaskEnd.of(transactions, () -> deliveries.lockedNext(message.getId()));
                });
    }

    private static Scheduler scheduler(
            DataSource database, CustomTask<String> task, WebhookSettings settings, QueuedTraces traces) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(database), task)
                .tableName(TABLE)
                .threads(settings.threads())
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(settings.timeout().plus(RETRY))
                .addExecutionInterceptor(traces)
                .build();
    }

    @EventListener(ContextRefreshedEvent.class)
    void start() {
        if (!scheduler.getSchedulerState().isStarted()) {
            scheduler.start();
        }
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }
}
