package io.kernelign.trainer.queue;

/** What is to be done once a job has ended. */
public interface JobFollowUp {

    /**
     * Called at least once for every job that has ended, whoever ended it: what it throws, or dies of, is tried again.
     *
     * @param job its id
     */
    void ended(String job);
}
