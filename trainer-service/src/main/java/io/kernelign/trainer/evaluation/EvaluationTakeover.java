package io.kernelign.trainer.evaluation;

import io.kernelign.contracts.TaskState;
import io.kernelign.trainer.job.JobLifecycle;
import io.kernelign.trainer.job.JobLifecycle.Pickup;
import io.kernelign.trainer.job.JobStanding;
import io.kernelign.trainer.job.JobWish;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an evaluation to a worker, and with that takes it from whichever worker had it. A worker that never gave it back and
 * belongs to another process is counted as dead.
 */
@Repository
public class EvaluationTakeover {

    private final JdbcClient jdbc;
    private final Clock clock;

    EvaluationTakeover(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An evaluation in a worker's hands, and what to do with it: work, cancel or give up. */
    public record Taken(Hold hold, Pickup pickup) {}

    private record Standing(TaskState state, int attempt, int deaths, boolean cancelled) {

        Pickup pickup() {
            if (state.ended()) {
                return Pickup.LEAVE;
            }
            if (cancelled) {
                return Pickup.CANCEL;
            }
            return deaths < JobLifecycle.MOST_DEATHS ? Pickup.WORK : Pickup.GIVE_UP;
        }
    }

    /** How an evaluation stands. */
    public JobStanding standing(String id) {
        return jdbc.sql("""
                        select tenant, finished_at is not null as ended, cancel_requested
                        from evaluation where id = :id""")
                .param("id", id)
                .query((row, number) -> new JobStanding(
                        row.getString("tenant"),
                        row.getBoolean("ended"),
                        JobWish.of(row.getBoolean("cancel_requested"), false, false)))
                .single();
    }

    /** Empty when there is nothing to do: it has ended. */
    @Transactional
    public Optional<Taken> take(String id, String worker) {
        var standing = jdbc.sql("""
                        select state, attempt, cancel_requested,
                            deaths + case when worker <> :worker then 1 else 0 end as deaths
                        from evaluation where id = :id for update""")
                .param("id", id)
                .param("worker", worker)
                .query((row, number) -> new Standing(
                        TaskState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getInt("attempt"),
                        row.getInt("deaths"),
                        row.getBoolean("cancel_requested")))
                .single();
        if (standing.pickup() == Pickup.LEAVE) {
            return Optional.empty();
        }
        var hold = new Hold(id, standing.attempt + 1);
        jdbc.sql("""
                        update evaluation set attempt = :attempt, deaths = :deaths, worker = :worker, state = 'running',
                            started_at = coalesce(started_at, :now) where id = :id""")
                .param("attempt", hold.attempt())
                .param("deaths", standing.deaths)
                .param("worker", worker)
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        return Optional.of(new Taken(hold, standing.pickup()));
    }
}
