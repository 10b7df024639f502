package io.kernelign.gateway.behind;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Lets so many calls to a service through at once, and none for a while once most of the latest found it away. Whoever is not
 * let through, and whose call finds it away, gets a {@link ServiceAwayException}; what the service answers, refusals and failures
 * of its own among them, is passed on.
 */
final class CallGuard {

    private static final Logger LOG = LoggerFactory.getLogger(CallGuard.class);

    private final String service;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Counter refusedFull;
    private final Counter refusedAway;

    /** @param service as callers know it */
    CallGuard(String service, Bulkhead bulkhead, CircuitBreaker breaker, Counter refusedFull, Counter refusedAway) {
        this.service = service;
        this.bulkhead = bulkhead;
        this.breaker = breaker;
        this.refusedFull = refusedFull;
        this.refusedAway = refusedAway;
    }

    /** Whether a failed call says that the service is not there, or not in time; also where its answer broke off. */
    static boolean isAway(Throwable failure) {
        return failure instanceof RestClientException call
                && !(call instanceof RestClientResponseException)
                && call.getMostSpecificCause() instanceof IOException;
    }

    <T> T call(Supplier<T> request) {
        enter();
        try {
            return ask(request);
        } finally {
            bulkhead.onComplete();
        }
    }

    /** A call that lasts until its answer is closed. */
    ResponseEntity<InputStream> stream(Supplier<ResponseEntity<InputStream>> request) {
        enter();
        try {
            var answer = ask(request);
            return new ResponseEntity<>(new Held(answer.getBody()), answer.getHeaders(), answer.getStatusCode());
        } catch (RuntimeException | Error e) {
            bulkhead.onComplete();
            throw e;
        }
    }

    private void enter() {
        if (!bulkhead.tryAcquirePermission()) {
            refusedFull.increment();
            throw new ServiceAwayException(service + " has as much to do as it can take; try again soon.");
        }
    }

    private <T> T ask(Supplier<T> request) {
        try {
            return breaker.executeSupplier(request);
        } catch (CallNotPermittedException e) {
            refusedAway.increment();
            throw away();
        } catch (RestClientException e) {
            if (!isAway(e)) {
                throw e;
            }
            LOG.warn("{} does not answer: {}", service, e.getMessage());
            throw away();
        }
    }

    private ServiceAwayException away() {
        return new ServiceAwayException(service + " does not answer at the moment; try again soon.");
    }

    private final class Held extends FilterInputStream {

        private boolean closed;

        Held(InputStream answer) {
            super(answer);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            bulkhead.onComplete();
            super.close();
        }
    }
}
