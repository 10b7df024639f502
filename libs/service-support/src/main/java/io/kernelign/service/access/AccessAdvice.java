package io.kernelign.service.access;

import io.kernelign.service.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Who is not known, and who may not, as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(AccessAdvice.class);

    @ExceptionHandler
    ProblemDetail unknown(AuthenticationException e) {
        return Problems.of(
                HttpStatus.UNAUTHORIZED,
                e instanceof OAuth2AuthenticationException
                        ? e.getMessage()
                        : "This needs a header Authorization: Bearer, followed by a key.");
    }

    @ExceptionHandler
    ProblemDetail cannotTell(IssuerAwayException e) {
        LOG.warn("the issuer of tokens does not answer", e);
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notAllowed(AccessDeniedException e) {
        return Problems.of(
                HttpStatus.FORBIDDEN,
                Caller.current()
                        .map(caller -> "The role " + caller.role().text() + " of the tenant " + caller.tenant()
                                + " is not allowed to do this.")
                        .orElse("Nobody is allowed to do this."));
    }
}
