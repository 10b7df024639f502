package io.kernelign.service.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Bean {@code queuedTraces}, which the queue is made with. */
@AutoConfiguration(
        beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration",
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(Scheduler.class)
class QueueAutoConfiguration {

    @Bean
    QueuedTraces queuedTraces(ObservationRegistry observations) {
        return new QueuedTraces(observations);
    }
}
