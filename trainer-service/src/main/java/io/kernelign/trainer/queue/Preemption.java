package io.kernelign.trainer.queue;

import io.kernelign.trainer.job.JobEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has a running job make room for one of its tenant that waits with a higher priority: it is laid down with a checkpoint,
 * and the other one has its turn. Never across tenants: whose priorities are high takes nothing from others.
 */
@Component
@EnableScheduling
@ConditionalOnBooleanProperty("kernelign.trainer.preemption")
class Preemption {

    /** A job that has waited for so long is one that no free worker took. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final String HAND_OVER = """
        with heir as (
            select distinct on (tenant) task_instance as job, tenant, priority from waiting
            where task_name = 'job' and tenant is not null and not turn and execution_time <= :due
            order by tenant, position),
        chosen as (
            select heir.job as heir, holder.job as holder from heir
            cross join lateral (
                select job.id as job from job
                join scheduled_tasks task on task.task_name = 'job' and task.task_instance = job.id
                where task.picked and job.tenant = heir.tenant and job.priority < heir.priority
                  and job.worker is not null and not job.yielding and not job.paused and not job.cancel_requested
                order by job.priority, job.started_at desc limit 1) holder),
        blessed as (
            update job set turn = true from chosen where job.id = chosen.heir)
        update job set yielding = true from chosen where job.id = chosen.holder
        returning chosen.holder, chosen.heir""";

    private final JdbcClient jdbc;
    private final JobEvents events;
    private final Clock clock;

    Preemption(JdbcClient jdbc, JobEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record HandOver(String holder, String heir) {}

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    @Transactional
    void handOver() {
        jdbc.sql(FairPick.ONE_AT_A_TIME).query(Integer.class).single();
        jdbc.sql(HAND_OVER)
                .param("due", OffsetDateTime.now(clock).minus(GRACE))
                .query(HandOver.class)
                .list()
                .forEach(turn -> events.append(
                        turn.holder,
                        "queue",
                        "The job makes room for " + turn.heir
                                + ", which has a higher priority; it goes on afterwards."));
    }
}
