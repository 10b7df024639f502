package io.kernelign.metrics;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks from time to time for points that have been kept long enough. */
@Configuration(proxyBeanMethods = false)
class RetentionTasks {

    @Bean
    RecurringTask<Void> retentionTask(Retention retention, RetentionSettings settings) {
        return Tasks.recurring("retention", FixedDelay.of(settings.sweepEvery()))
                .execute((task, context) -> retention.run());
    }
}
