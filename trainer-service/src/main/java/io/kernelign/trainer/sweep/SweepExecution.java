package io.kernelign.trainer.sweep;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the queue does with a sweep: begins it. From then on the end of each of its jobs takes it further, as part of that
 * job's own execution in the queue; so whenever a process dies, some execution is left that goes on.
 */
@Configuration(proxyBeanMethods = false)
class SweepExecution {

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** @param conductor found when it is needed: it queues jobs, and the queue is made of this task */
    @Bean
    OneTimeTask<String> sweepTask(ObjectProvider<SweepConductor> conductor) {
        return Tasks.oneTime(SweepQueue.SWEEP)
                .onFailure((execution, operations) ->
                        operations.reschedule(execution, execution.getTimeDone().plus(RETRY)))
                .onDeadExecutionRevive()
                .execute((sweep, context) -> conductor.getObject().advance(sweep.getId()));
    }
}
