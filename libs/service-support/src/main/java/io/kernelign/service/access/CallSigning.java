package io.kernelign.service.access;

import io.kernelign.contracts.Tenancy;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Says on whose behalf this service calls another. The tenant that a call names travels in a signed token, with the caller of the
 * request that is served, or with this service where there is none. Services that share no secret send the tenant as it is.
 */
public final class CallSigning implements ClientHttpRequestInterceptor {

    private final Optional<InternalTokens> tokens;
    private final String service;

    /** @param service name of this service, which calls by itself outside of requests */
    CallSigning(Optional<InternalTokens> tokens, String service) {
        this.tokens = tokens;
        this.service = service;
    }

    /** For clients that are no service. */
    public static CallSigning none() {
        return new CallSigning(Optional.empty(), "");
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (tokens.isPresent()) {
            var headers = request.getHeaders();
            var tenant = Optional.ofNullable(headers.getFirst(Tenancy.HEADER)).orElse(Tenancy.DEFAULT);
            headers.remove(Tenancy.HEADER);
            headers.setBearerAuth(tokens.get().issue(onBehalfOf(tenant)));
        }
        return execution.execute(request, body);
    }

    private Caller onBehalfOf(String tenant) {
        return Caller.current()
                .filter(caller -> caller.tenant().equals(tenant))
                .orElseGet(() -> new Caller(tenant, Role.WRITER, service));
    }
}
