package io.kernelign.gateway.behind;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.kernelign.service.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes guards, all by the same rules, and shows what each one does. */
@Component
class CallGuards {

    private static final Logger LOG = LoggerFactory.getLogger(CallGuards.class);

    /**
     * Opens where half of the calls of half a minute, ten at least, found the service away; lets none through for as long as
     * callers are asked to wait, and then three to see.
     */
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.TIME_BASED)
            .slidingWindowSize(30)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .recordException(CallGuard::isAway)
            .waitDurationInOpenState(Problems.ASK_AGAIN_AFTER)
            .permittedNumberOfCallsInHalfOpenState(3)
            .writableStackTraceEnabled(false)
            .build();

    private final CallSettings settings;
    private final MeterRegistry meters;

    CallGuards(CallSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * For answers that are there soon.
     *
     * @param to what meters call it
     * @param service what callers call the service
     */
    CallGuard brief(String to, String service) {
        return guard(to, service, settings.atOnce());
    }

    /** For answers that last. */
    CallGuard lasting(String to, String service) {
        return guard(to, service, settings.longAtOnce());
    }

    private CallGuard guard(String to, String service, int atOnce) {
        var bulkhead = Bulkhead.of(
                to, BulkheadConfig.custom().maxConcurrentCalls(atOnce).build());
        var breaker = CircuitBreaker.of(to, BREAKER);
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn("calls to {}: {}", to, change.getStateTransition()));
        Gauge.builder(
                        "kernelign.calls",
                        bulkhead,
                        door -> atOnce - door.getMetrics().getAvailableConcurrentCalls())
                .description("Requests that wait for a service behind.")
                .tag("to", to)
                .register(meters);
        Gauge.builder(
                        "kernelign.breaker.open",
                        breaker,
                        state -> state.getState() == CircuitBreaker.State.CLOSED ? 0 : 1)
                .description("1 where a service behind is not asked because it was away.")
                .tag("to", to)
                .register(meters);
        return new CallGuard(service, bulkhead, breaker, refused(to, "full"), refused(to, "away"));
    }

    private Counter refused(String to, String reason) {
        return Counter.builder("kernelign.calls.refused")
                .description("Requests that were not passed on.")
                .tag("to", to)
                .tag("reason", reason)
                .register(meters);
    }
}
