package io.kernelign.trainer.queue;

import io.kernelign.service.problem.ConflictException;
import io.kernelign.trainer.evaluation.JobEvaluations;
import io.kernelign.trainer.job.JobRetry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has jobs tried again that failed or were cancelled. */
@Component
public class Retries {

    private final JobRetry jobs;
    private final JobEvaluations evaluations;
    private final JobQueue queue;

    Retries(JobRetry jobs, JobEvaluations evaluations, JobQueue queue) {
        this.jobs = jobs;
        this.evaluations = evaluations;
        this.queue = queue;
    }

    /** @throws ConflictException when there is nothing to be tried again, or a sweep has the job */
    @Transactional
    public void retry(String job) {
        jobs.retry(job);
        evaluations.again(job);
        queue.again(job);
    }
}
