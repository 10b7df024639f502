package io.kernelign.trainer.queue;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.kernelign.trainer.job.StaleWorkerException;
import io.kernelign.trainer.work.JobWorker;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the queue does with a job. An execution that returns is done and forgotten, so whatever did not reach the
 * job's end throws; it is tried again soon. One whose worker went silent is handed to the next worker.
 */
@Configuration(proxyBeanMethods = false)
class JobExecution {

    private static final Duration RETRY = Duration.ofSeconds(1);

    @Bean
    OneTimeTask<Void> jobTask(JobWorker worker) {
        return Tasks.oneTime(JobQueue.JOB)
                .onFailure(JobExecution::retry)
                .onDeadExecutionRevive()
                .execute((job, context) -> worker.run(job.getId(), context.getSchedulerState()::isShuttingDown));
    }

    private static void retry(ExecutionComplete execution, ExecutionOperations<Void> operations) {
        if (execution.getCause().filter(StaleWorkerException.class::isInstance).isEmpty()) {
            operations.reschedule(execution, execution.getTimeDone().plus(RETRY));
        }
    }
}
