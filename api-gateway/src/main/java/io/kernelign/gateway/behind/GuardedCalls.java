package io.kernelign.gateway.behind;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/** The calls of a client, each from its request until its answer was read, by a guard. */
final class GuardedCalls extends HttpExchangeAdapterDecorator {

    private final CallGuard guard;

    GuardedCalls(HttpExchangeAdapter calls, CallGuard guard) {
        super(calls);
        this.guard = guard;
    }

    @Override
    public void exchange(HttpRequestValues request) {
        guard.call(() -> {
            super.exchange(request);
            return null;
        });
    }

    @Override
    public HttpHeaders exchangeForHeaders(HttpRequestValues request) {
        return guard.call(() -> super.exchangeForHeaders(request));
    }

    @Override
    public <T> T exchangeForBody(HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return guard.call(() -> super.exchangeForBody(request, type));
    }

    @Override
    public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues request) {
        return guard.call(() -> super.exchangeForBodilessEntity(request));
    }

    @Override
    public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return guard.call(() -> super.exchangeForEntity(request, type));
    }
}
