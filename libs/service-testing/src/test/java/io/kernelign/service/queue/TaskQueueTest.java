package io.kernelign.service.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.kernelign.service.testing.TestPostgres;
import io.kernelign.service.testing.Waiting;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a real PostgreSQL, with workers that look by themselves once an hour. */
class TaskQueueTest {

    private static final TaskDescriptor<String> TASK = TaskDescriptor.of("sample", String.class);
    private static final String TABLE = """
            create table scheduled_tasks (
                task_name text not null,
                task_instance text not null,
                task_data bytea,
                execution_time timestamptz not null,
                picked boolean not null,
                picked_by text,
                last_success timestamptz,
                last_failure timestamptz,
                consecutive_failures integer,
                last_heartbeat timestamptz,
                version bigint not null,
                priority smallint,
                primary key (task_name, task_instance))""";

    private final List<String> done = new CopyOnWriteArrayList<>();
    private Scheduler scheduler;
    private TaskQueue queue;
    private TransactionTemplate transactions;

    @BeforeEach
    void start() {
        var database = TestPostgres.freshDatabase();
        DataSource source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        new JdbcTemplate(source).execute(TABLE);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        var task = Tasks.oneTime(TASK).execute((instance, context) -> done.add(instance.getId()));
        scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(source), task)
                .pollingInterval(Duration.ofHours(1))
                .build();
        queue = new TaskQueue(scheduler, TASK, new QueuedTraces(ObservationRegistry.NOOP), Clock.systemUTC()) {};
        scheduler.start();
    }

    @AfterEach
    void stop() {
        scheduler.stop();
    }

    @Test
    void a_worker_takes_a_task_as_soon_as_its_transaction_is_committed_and_not_before() {
        transactions.executeWithoutResult(status -> {
            queue.add("one");
            scheduler.triggerCheckForDueExecutions();
            assertThat(done).isEmpty();
        });

        Waiting.until("the task", () -> done, all -> all.contains("one"));
    }

    @Test
    void a_task_whose_transaction_is_taken_back_was_never_queued() {
        transactions.executeWithoutResult(status -> {
            queue.add("regretted");
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> queue.add("meant"));

        Waiting.until("the other task", () -> done, all -> all.contains("meant"));
        assertThat(done).containsExactly("meant");
    }
}
