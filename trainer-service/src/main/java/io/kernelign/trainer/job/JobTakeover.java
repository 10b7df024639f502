package io.kernelign.trainer.job;

import io.kernelign.contracts.JobState;
import io.kernelign.trainer.job.JobLifecycle.Pickup;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a job to a worker, and with that takes it from whichever worker had it. A worker that never gave its job back
 * and belongs to another process is counted as dead.
 */
@Repository
public class JobTakeover {

    private final JdbcClient jdbc;
    private final Clock clock;

    JobTakeover(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A job in a worker's hands, and what to do with it. */
    public record Taken(Lease lease, Pickup pickup) {}

    private record Standing(JobState state, int attempt, int deaths, JobWish wish) {}

    /** How a job stands. */
    public JobStanding standing(String job) {
        return jdbc.sql("""
                        select tenant, finished_at is not null as ended, cancel_requested, paused, yielding
                        from job where id = :job""")
                .param("job", job)
                .query((row, number) ->
                        new JobStanding(row.getString("tenant"), row.getBoolean("ended"), JobWrites.wish(row, number)))
                .single();
    }

    /**
     * Takes a job.
     *
     * @param worker name of this process, another after each start
     * @return empty when there is nothing to do: the job has ended
     * @throws PausedJobException when it is to rest
     */
    @Transactional
    public Optional<Taken> take(String job, String worker) {
        var standing = jdbc.sql("""
                        select state, attempt, cancel_requested, paused, yielding,
                            deaths + case when worker <> :worker then 1 else 0 end as deaths
                        from job where id = :job for update""")
                .param("job", job)
                .param("worker", worker)
                .query((row, number) -> new Standing(
                        new JobStateConverter().convertToEntityAttribute(row.getString("state")),
                        row.getInt("attempt"),
                        row.getInt("deaths"),
                        JobWrites.wish(row, number)))
                .single();
        var pickup = JobLifecycle.pickup(standing.state, standing.deaths, standing.wish);
        if (pickup == Pickup.LEAVE) {
            return Optional.empty();
        }
        if (pickup == Pickup.REST) {
            throw new PausedJobException(job);
        }
        var lease = new Lease(job, standing.attempt + 1);
        jdbc.sql("""
                        update job set attempt = :attempt, deaths = :deaths, worker = :worker, turn = true, yielding = false,
                            started_at = coalesce(started_at, :now) where id = :job""")
                .param("attempt", lease.attempt())
                .param("deaths", standing.deaths)
                .param("worker", worker)
                .param("now", OffsetDateTime.now(clock))
                .param("job", job)
                .update();
        return Optional.of(new Taken(lease, pickup));
    }
}
