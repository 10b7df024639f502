package io.kernelign.trainer.job;

import io.kernelign.contracts.JobProgress;
import io.kernelign.contracts.JobState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the worker that holds a job writes to its record. Every statement names the attempt; when another attempt has
 * taken the job nothing is written and {@link StaleWorkerException} tells the worker to stop.
 */
@Repository
public class JobWrites {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final JobChanges changes;
    private final Clock clock;

    JobWrites(JdbcClient jdbc, JsonMapper json, JobChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.changes = changes;
        this.clock = clock;
    }

    /** Goes on to a state that does not end the job. */
    @Transactional
    public void advance(Lease lease, JobState to) {
        fenced(lease, "state = :to", "state in (:before)", statement -> statement
                .param("to", to.json())
                .param("before", names(to)));
        changes.tell(lease, JobChange.of(to), "The job is " + to.json() + ".");
    }

    /**
     * Ends the job and gives it back.
     *
     * @param error why it failed; {@code null} when it did not
     */
    @Transactional
    public void end(Lease lease, JobState to, String error) {
        fenced(
                lease,
                "state = :to, error = :error, finished_at = :now, seconds_left = null, worker = null",
                "state in (:before)",
                statement -> statement
                        .param("to", to.json())
                        .param("before", names(to))
                        .param("error", error)
                        .param("now", OffsetDateTime.now(clock)));
        var message = "The job is " + to.json() + (error == null ? "." : ": " + error);
        changes.tell(lease, JobChange.of(to), message);
    }

    /** Keeps what was measured last, by name; what is {@code null} was not a finite number. */
    public void results(Lease lease, Map<String, Double> results) {
        fenced(
                lease,
                "results = cast(:results as jsonb)",
                "true",
                statement -> statement.param("results", json.writeValueAsString(results)));
    }

    /** Gives a job back that has not ended, for another worker to go on. */
    public void release(Lease lease) {
        fenced(lease, "worker = null", "true", statement -> statement);
    }

    /** Gives a job back that makes room for another; it has to wait for its tenant's turn again. */
    public void makeRoom(Lease lease) {
        fenced(lease, "worker = null, turn = false", "true", statement -> statement);
    }

    /** Gives a job back that is to rest until somebody resumes it. */
    @Transactional
    public void rest(Lease lease) {
        release(lease);
        changes.tell(lease, JobChange.PAUSED, "The job is paused.");
    }

    /** Records how far training has come; answers what somebody wishes of the job. */
    public JobWish progress(Lease lease, JobProgress progress) {
        return statement("""
                        update job set step = :step, total_steps = :total, loss = :loss,
                            accuracy = coalesce(:accuracy, accuracy),
                            seconds_left = :left
                        where id = :job and attempt = :attempt returning cancel_requested, paused, yielding""", lease)
                .param("step", progress.step())
                .param("total", progress.totalSteps())
                .param("loss", progress.loss())
                .param("accuracy", progress.accuracy())
                .param("left", progress.secondsLeft())
                .query(JobWrites::wish)
                .optional()
                .orElseThrow(() -> new StaleWorkerException(lease));
    }

    /** What somebody wishes of the job. */
    public JobWish wish(Lease lease) {
        return statement(
                        "select cancel_requested, paused, yielding from job where id = :job and attempt = :attempt",
                        lease)
                .query(JobWrites::wish)
                .optional()
                .orElseThrow(() -> new StaleWorkerException(lease));
    }

    static JobWish wish(ResultSet row, int number) throws SQLException {
        return JobWish.of(row.getBoolean("cancel_requested"), row.getBoolean("paused"), row.getBoolean("yielding"));
    }

    public void checkpoint(Lease lease, String blobKey) {
        fenced(lease, "checkpoint_key = :key", "true", statement -> statement.param("key", blobKey));
    }

    public void recommendation(Lease lease, String id) {
        fenced(lease, "recommendation_id = :id", "true", statement -> statement.param("id", id));
    }

    /** Keeps a race as far as it has come. */
    public void pilot(Lease lease, PilotRecord pilot) {
        fenced(
                lease,
                "pilot = cast(:pilot as jsonb)",
                "true",
                statement -> statement.param("pilot", json.writeValueAsString(pilot)));
    }

    /** Replaces the resolved spec, once its objective is chosen. */
    public void spec(Lease lease, Map<String, Object> spec) {
        fenced(
                lease,
                "spec = cast(:spec as jsonb)",
                "true",
                statement -> statement.param("spec", json.writeValueAsString(spec)));
    }

    private void fenced(Lease lease, String set, String condition, Parameters parameters) {
        var sql = "update job set " + set + " where id = :job and attempt = :attempt and " + condition;
        if (parameters.of(statement(sql, lease)).update() == 0) {
            throw new StaleWorkerException(lease);
        }
    }

    private StatementSpec statement(String sql, Lease lease) {
        return jdbc.sql(sql).param("job", lease.job()).param("attempt", lease.attempt());
    }

    private static java.util.List<String> names(JobState to) {
        return JobLifecycle.before(to).stream().map(JobState::json).toList();
    }

    private interface Parameters {
        StatementSpec of(StatementSpec statement);
    }
}
