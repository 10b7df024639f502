package io.kernelign.trainer.job;

import io.kernelign.contracts.JobState;
import io.kernelign.service.problem.ConflictException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Another try at a job that came to no result: it is queued as it was, and keeps its newest checkpoint to go on from. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class JobRetry {

    private final JdbcClient jdbc;
    private final JobChanges changes;

    JobRetry(JdbcClient jdbc, JobChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    private record Standing(JobState state, boolean trial, boolean checkpoint) {}

    /**
     * Puts it back to its beginning, but for its checkpoint. From a race that had not ended nothing is kept.
     *
     * @throws ConflictException when there is nothing to be tried again, or a sweep has the job
     */
    public void retry(String job) {
        var standing = jdbc.sql("""
                        select state, exists (select 1 from sweep_job where sweep_job.job = id) as trial,
                            checkpoint_key is not null as checkpoint
                        from job where id = :job for update""")
                .param("job", job)
                .query((row, number) -> new Standing(
                        new JobStateConverter().convertToEntityAttribute(row.getString("state")),
                        row.getBoolean("trial"),
                        row.getBoolean("checkpoint")))
                .single();
        require(job, standing);
        jdbc.sql("""
                        update job set state = 'queued', error = null, finished_at = null, cancel_requested = false,
                            paused = false, turn = false, deaths = 0, pilot = case when pilot ->> 'ended' is null then null else pilot end
                        where id = :job""").param("job", job).update();
        var from = standing.checkpoint ? "its newest checkpoint" : "its beginning";
        changes.tell(job, JobChange.QUEUED, "The job is queued again, and goes on from " + from + ".");
    }

    private static void require(String job, Standing standing) {
        if (!JobLifecycle.canBeRetried(standing.state)) {
            throw new ConflictException("The job " + job + " is " + standing.state.json()
                    + "; only one that failed or was cancelled is tried again.");
        }
        if (standing.trial) {
            throw new ConflictException("The job " + job
                    + " belongs to a sweep, which has counted its end; submit its spec as a job of its own.");
        }
    }

    /** Whether somebody has retried a job since its worker ended it; nobody does before this transaction ends. */
    public boolean isWanted(String job) {
        return jdbc.sql("select finished_at is null from job where id = :job for update")
                .param("job", job)
                .query(Boolean.class)
                .single();
    }
}
