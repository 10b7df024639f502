package io.kernelign.trainer.job;

/** Hears what becomes of jobs, within the transaction that makes it so. */
public interface JobChangeListener {

    /** @param event id of what the job's log says of it; grows from change to change of a job */
    void changed(String job, JobChange change, long event);
}
