package io.kernelign.trainer.job;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what becomes of a job, in its log and to who listens: as a part of the transaction that makes it so, or not at all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class JobChanges {

    private final JobEvents events;
    private final List<JobChangeListener> listeners;

    JobChanges(JobEvents events, List<JobChangeListener> listeners) {
        this.events = events;
        this.listeners = listeners;
    }

    /**
     * What the worker of a job has made of it.
     *
     * @throws StaleWorkerException when it is no longer the job's worker
     */
    public void tell(Lease lease, JobChange change, String message) {
        tell(lease.job(), change, events.append(lease, change.eventType(), message, change.eventData()));
    }

    /** What somebody else has made of it. */
    public void tell(String job, JobChange change, String message) {
        tell(job, change, events.append(job, change.eventType(), message, change.eventData()));
    }

    private void tell(String job, JobChange change, long event) {
        listeners.forEach(listener -> listener.changed(job, change, event));
    }
}
