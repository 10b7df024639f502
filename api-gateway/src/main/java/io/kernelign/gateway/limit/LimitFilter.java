package io.kernelign.gateway.limit;

import io.kernelign.service.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Holds every tenant to its rates of requests and of uploaded bytes. */
final class LimitFilter extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TenantLimits limits;
    private final Rates rates;
    private final HandlerExceptionResolver failures;

    LimitFilter(TenantLimits limits, Rates rates, HandlerExceptionResolver failures) {
        this.limits = limits;
        this.rates = rates;
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPaths.isApi(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var tenant = Caller.current().map(Caller::tenant);
        if (tenant.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var may = limits.of(tenant.get());
        try {
            takeRequest(tenant.get(), may);
            if (may.uploadBytesPerDay() == null || !ApiPaths.isUpload(request.getMethod(), request.getRequestURI())) {
                chain.doFilter(request, response);
                return;
            }
        } catch (LimitExceededException e) {
            failures.resolveException(request, response, null, e);
            return;
        }
        upload(tenant.get(), may.uploadBytesPerDay(), request, response, chain);
    }

    private void takeRequest(String tenant, Limits may) {
        if (may.requestsPerMinute() != null) {
            rates.take("requests:" + tenant, may.requestsPerMinute(), MINUTE, 1).ifPresent(wait -> {
                throw new LimitExceededException(
                        "The tenant " + tenant + " may make " + may.requestsPerMinute() + " requests a minute.",
                        Optional.of(wait));
            });
        }
    }

    /** A body of a told length is taken off beforehand; of another one, what came of it afterwards. */
    private void upload(
            String tenant, long most, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var rate = "upload:" + tenant;
        var length = request.getContentLengthLong();
        var ahead = Math.max(1, length);
        var refused = ahead > most ? Optional.of(Duration.ZERO) : rates.take(rate, most, DAY, ahead);
        if (refused.isPresent()) {
            var sentence = "The tenant " + tenant + " may upload " + most + " bytes a day, and "
                    + (length < 0 ? "none is" : "fewer than " + length + " are") + " left.";
            var wait = refused.filter(time -> !time.isZero());
            failures.resolveException(request, response, null, new LimitExceededException(sentence, wait));
            return;
        }
        if (length >= 0) {
            chain.doFilter(request, response);
            return;
        }
        var counted = new CountedRequest(request);
        try {
            chain.doFilter(counted, response);
        } finally {
            rates.use(rate, most, DAY, counted.bytes() - ahead);
        }
    }
}
