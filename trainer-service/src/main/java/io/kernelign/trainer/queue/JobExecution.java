package io.kernelign.trainer.queue;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.kernelign.service.queue.TaskEnd;
import io.kernelign.trainer.job.JobRetry;
import io.kernelign.trainer.job.PausedJobException;
import io.kernelign.trainer.job.StaleWorkerException;
import io.kernelign.trainer.work.JobRemains;
import io.kernelign.trainer.work.JobWorker;
import io.kernelign.trainer.work.WorkPlace;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the queue does with a job. An execution that returns is done and, unless somebody has the job tried again by then,
 * forgotten, so whatever did not reach the
 * job's end throws; it is tried again soon. One whose worker went silent is handed to the next worker.
 */
@Configuration(proxyBeanMethods = false)
class JobExecution {

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** A job that is resumed is taken at once; only a resume that came while a worker laid it down waits for this. */
    private static final Duration PAUSED = Duration.ofSeconds(30);

    /** @param followUp found when it is needed: it may queue jobs, and the queue is made of this task */
    @Bean
    CustomTask<String> jobTask(
            WorkPlace place,
            JobWorker worker,
            ObjectProvider<JobFollowUp> followUp,
            JobRemains remains,
            JobRetry retry,
            TransactionOperations transactions,
            Clock clock) {
        return Tasks.custom(JobQueue.JOB)
                .onFailure(JobExecution::again)
                .onDeadExecutionRevive()
                .execute((job, context) -> {
                    place.run(worker, job.getId(), context.getSchedulerState()::isShuttingDown);
                    followUp.getObject().ended(job.getId());
                    remains.drop(job.getId());
                    return TaskEnd.of(transactions, () -> Optional.of(clock.instant())
                            .filter(now -> retry.isWanted(job.getId())));
                });
    }

    private static void again(ExecutionComplete execution, ExecutionOperations<String> operations) {
        var cause = execution.getCause();
        if (cause.filter(StaleWorkerException.class::isInstance).isEmpty()) {
            var wait = cause.filter(PausedJobException.class::isInstance).isPresent() ? PAUSED : RETRY;
            operations.reschedule(execution, execution.getTimeDone().plus(wait));
        }
    }
}
