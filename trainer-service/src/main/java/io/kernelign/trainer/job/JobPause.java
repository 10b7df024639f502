package io.kernelign.trainer.job;

import io.kernelign.service.problem.ConflictException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pausing from outside: no worker takes the job, and the one that has it lays it down with a checkpoint after its step.
 */
@Repository
public class JobPause {

    private final JdbcClient jdbc;
    private final JobEvents events;
    private final JobChanges changes;

    JobPause(JdbcClient jdbc, JobEvents events, JobChanges changes) {
        this.jdbc = jdbc;
        this.events = events;
        this.changes = changes;
    }

    /**
     * Harmless when the job is paused already.
     *
     * @throws ConflictException when it has ended
     */
    @Transactional
    public void pause(String job) {
        if (set(job, true)) {
            events.append(job, "pause", "Somebody wishes to pause the job; no worker goes on with it.");
        }
    }

    /**
     * Harmless when the job is not paused.
     *
     * @throws ConflictException when it has ended
     */
    @Transactional
    public void resume(String job) {
        if (set(job, false)) {
            changes.tell(job, JobChange.RESUMED, "The job is resumed.");
        }
    }

    private boolean set(String job, boolean paused) {
        var changed = jdbc.sql(
                        "update job set paused = :paused, turn = false where id = :job and finished_at is null and"
                                + " paused <> :paused")
                .param("job", job)
                .param("paused", paused)
                .update();
        if (changed == 0 && hasEnded(job)) {
            throw new ConflictException("The job " + job + " has ended.");
        }
        return changed == 1;
    }

    private boolean hasEnded(String job) {
        return jdbc.sql("select finished_at is not null from job where id = :job")
                .param("job", job)
                .query(Boolean.class)
                .single();
    }
}
