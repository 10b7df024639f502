package io.kernelign.trainer.queue;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.kernelign.trainer.job.StaleWorkerException;
import io.kernelign.trainer.work.EvaluationWorker;
import io.kernelign.trainer.work.WorkPlace;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the queue does with an evaluation: as with a job, but that none rests. */
@Configuration(proxyBeanMethods = false)
class EvaluationExecution {

    private static final Duration RETRY = Duration.ofSeconds(1);

    @Bean
    OneTimeTask<String> evaluationTask(WorkPlace place, EvaluationWorker worker) {
        return Tasks.oneTime(EvaluationQueue.EVALUATION)
                .onFailure(EvaluationExecution::retry)
                .onDeadExecutionRevive()
                .execute((evaluation, context) ->
                        place.run(worker, evaluation.getId(), context.getSchedulerState()::isShuttingDown));
    }

    private static void retry(ExecutionComplete execution, ExecutionOperations<String> operations) {
        if (execution.getCause().filter(StaleWorkerException.class::isInstance).isEmpty()) {
            operations.reschedule(execution, execution.getTimeDone().plus(RETRY));
        }
    }
}
