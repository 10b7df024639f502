package io.kernelign.gateway.audit;

import io.kernelign.service.access.Caller;
import io.kernelign.service.http.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes down who made a request that could change something, once it is answered: also one that was refused, but not one of
 * somebody unknown. A request is answered whether or not it could be written down; the log then has it.
 */
final class AuditFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LONGEST_ROUTE = 500;

    private final AuditTrail trail;
    private final Clock clock;

    AuditFilter(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return LOOKING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var status = HttpStatus.INTERNAL_SERVER_ERROR.value();
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            record(request, response, status);
        }
    }

    private void record(HttpServletRequest request, HttpServletResponse response, int status) {
        Caller.current().ifPresent(caller -> {
            var route = route(request);
            var target = target(request, response);
            try {
                trail.add(clock.instant(), caller, request.getMethod(), route, target, status, RequestId.current());
            } catch (DataAccessException e) {
                LOG.error(
                        "not written down: {} {} {} of {} by {}: {}",
                        request.getMethod(),
                        route,
                        target,
                        caller.tenant(),
                        caller.subject(),
                        status,
                        e);
            }
        });
    }

    private static String route(HttpServletRequest request) {
        var matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var route = matched == null ? request.getRequestURI() : matched.toString();
        return route.substring(0, Math.min(route.length(), LONGEST_ROUTE));
    }

    private static String target(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            return id;
        }
        var made = response.getHeader(HttpHeaders.LOCATION);
        return made == null ? null : made.substring(made.lastIndexOf('/') + 1);
    }
}
