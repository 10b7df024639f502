package io.kernelign.trainer.job;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Cancelling from outside: at once when no worker has the job, else by a wish that its worker sees at its next step. */
@Repository
public class JobCancellation {

    private final JdbcClient jdbc;
    private final JobEvents events;
    private final JobChanges changes;
    private final Clock clock;

    JobCancellation(JdbcClient jdbc, JobEvents events, JobChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    /** Harmless when the job has ended or was cancelled before. */
    @Transactional
    public void cancel(String job) {
        var idle = jdbc.sql("""
                        update job set cancel_requested = true, state = 'cancelled', finished_at = :now
                        where id = :job and worker is null and finished_at is null""")
                .param("job", job)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (idle == 1) {
            changes.tell(job, JobChange.CANCELLED, "The job is cancelled.");
            return;
        }
        var wished = jdbc.sql("""
                        update job set cancel_requested = true
                        where id = :job and finished_at is null and not cancel_requested""").param("job", job).update();
        if (wished == 1) {
            events.append(job, "cancel", "Somebody wishes to cancel the job; it stops at its next step.");
        }
    }
}
