package io.kernelign.trainer.queue;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.JdbcRunner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a free worker the first of what waits (view {@code waiting}) whose tenant may run one more, and charges the
 * tenant for the turn. One at a time over all trainers, so that no two count the same running jobs.
 */
final class FairPick extends PostgreSqlJdbcCustomization {

    /** Waits until nobody else changes which job is next. */
    static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtextextended('queue', 0))";

    private static final String PICK = """
        with running as (
            select tenant, count(*) as jobs from queue_entry where picked group by tenant),
        next as (
            select waiting.* from waiting
            left join tenant_share share on share.tenant = waiting.tenant
            left join running on running.tenant = waiting.tenant
            where execution_time <= ?
              and (waiting.tenant is null or coalesce(running.jobs, 0) < coalesce(share.running_jobs, ?))
            order by waiting.tenant is not null, position limit 1),
        charged as (
            insert into tenant_share (tenant, virtual_time)
            select tenant, starts from next where tenant is not null and not turn
            on conflict (tenant) do update set virtual_time = excluded.virtual_time)
        update scheduled_tasks task set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
        from next
        where task.task_name = next.task_name and task.task_instance = next.task_instance and not task.picked
        returning task.*""";

    private static final int LONGEST_NAME = 50;

    private final int runningJobs;

    /** @param runningJobs what a tenant may run at a time that has no limit of its own */
    FairPick(int runningJobs) {
        super(false, false);
        this.runningJobs = runningJobs;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext queue, Instant now, int most, boolean byPriority) {
        return queue.jdbcRunner.inTransaction(transaction -> {
            transaction.execute(ONE_AT_A_TIME, statement -> {});
            var picked = new ArrayList<Execution>();
            while (picked.size() < most) {
                var next = pick(queue, transaction, now);
                if (next.isEmpty()) {
                    break;
                }
                picked.addAll(next);
            }
            return picked;
        });
    }

    private List<Execution> pick(JdbcTaskRepositoryContext queue, JdbcRunner transaction, Instant now) {
        var name = queue.schedulerName.getName();
        return transaction.query(
                PICK,
                statement -> {
                    setInstant(statement, 1, now);
                    statement.setInt(2, runningJobs);
                    statement.setString(3, name.substring(0, Math.min(name.length(), LONGEST_NAME)));
                    setInstant(statement, 4, now);
                },
                queue.resultSetMapper.get());
    }
}
