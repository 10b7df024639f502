package io.kernelign.gateway.upload;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the queue does with uploads. An import that returns is done; one that throws is tried again, ever later, and one
 * whose process went silent is handed to the next.
 */
@Configuration(proxyBeanMethods = false)
class UploadTasks {

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int LONGEST_RETRY = 60;

    @Bean
    OneTimeTask<String> importTask(UploadWorker worker) {
        return Tasks.oneTime(UploadQueue.IMPORT)
                .onFailure(UploadTasks::retry)
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    try {
                        worker.run(task.getId(), context.getSchedulerState()::isShuttingDown);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void retry(ExecutionComplete execution, ExecutionOperations<String> operations) {
        var pauses = Math.min(LONGEST_RETRY, 1 + execution.getExecution().consecutiveFailures * 5);
        operations.reschedule(execution, execution.getTimeDone().plus(RETRY.multipliedBy(pauses)));
    }

    @Bean
    RecurringTask<Void> sweepTask(UploadSweep sweep, UploadSettings settings) {
        return Tasks.recurring("upload-sweep", FixedDelay.of(settings.sweepEvery()))
                .execute((task, context) -> {
                    try {
                        sweep.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
