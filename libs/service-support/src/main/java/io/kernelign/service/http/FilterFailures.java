package io.kernelign.service.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What fails before a request has come to its controller is answered as what fails in one. */
@Order(FilterFailures.WITHIN_OBSERVATION)
final class FilterFailures extends OncePerRequestFilter {

    static final int WITHIN_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 10;

    private final HandlerExceptionResolver failures;

    FilterFailures(HandlerExceptionResolver failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            failures.resolveException(request, response, null, e);
        }
    }
}
