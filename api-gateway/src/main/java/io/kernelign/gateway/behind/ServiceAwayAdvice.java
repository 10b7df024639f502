package io.kernelign.gateway.behind;

import io.kernelign.service.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Services that are away or overloaded as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServiceAwayAdvice {

    @ExceptionHandler
    ProblemDetail away(ServiceAwayException e) {
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }
}
