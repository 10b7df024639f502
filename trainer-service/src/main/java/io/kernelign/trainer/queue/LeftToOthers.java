package io.kernelign.trainer.queue;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A trainer that takes no jobs has a queue to put them into and never starts to work on it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "kernelign.trainer.takes-jobs", havingValue = false)
class LeftToOthers {

    @Bean
    DbSchedulerStarter dbSchedulerStarter() {
        return () -> {};
    }
}
