package io.kernelign.gateway.limit;

import io.kernelign.gateway.access.DoorFilter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts limits behind the door, within what the trail writes down. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    @Order(2)
    DoorFilter limiting(
            TenantLimits limits,
            Rates rates,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        return new DoorFilter(new LimitFilter(limits, rates, failures));
    }

    @Bean
    @Order(3)
    DoorFilter limitingBodies(
            BodySettings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        return new DoorFilter(new BodyLimitFilter(settings, failures));
    }
}
