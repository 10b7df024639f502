package io.kernelign.selector.recommendation;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the queue does with a recommendation. An execution that returns is done and forgotten, so whatever did not
 * reach an end throws and is tried again soon; one whose worker went silent is handed to the next.
 */
@Configuration(proxyBeanMethods = false)
class RecommendationTask {

    private static final Duration RETRY = Duration.ofSeconds(1);

    @Bean
    OneTimeTask<String> recommendation(RecommendationWorker worker) {
        return Tasks.oneTime(RecommendationQueue.TASK)
                .onFailure(RecommendationTask::retry)
                .onDeadExecutionRevive()
                .execute((task, context) -> worker.run(task.getId(), context.getSchedulerState()::isShuttingDown));
    }

    private static void retry(ExecutionComplete execution, ExecutionOperations<String> operations) {
        if (execution.getCause().filter(StaleAttemptException.class::isInstance).isEmpty()) {
            operations.reschedule(execution, execution.getTimeDone().plus(RETRY));
        }
    }
}
