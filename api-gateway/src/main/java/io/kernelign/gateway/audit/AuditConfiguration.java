package io.kernelign.gateway.audit;

import io.kernelign.gateway.access.DoorFilter;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts the trail behind the door. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    @Order(1)
    DoorFilter auditing(AuditTrail trail, Clock clock) {
        return new DoorFilter(new AuditFilter(trail, clock));
    }
}
