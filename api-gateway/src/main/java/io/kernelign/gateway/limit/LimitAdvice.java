package io.kernelign.gateway.limit;

import io.kernelign.service.problem.Problems;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Exceeded limits as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LimitAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMuch(LimitExceededException e) {
        var answer = ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS);
        e.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(wait))));
        return answer.body(Problems.of(HttpStatus.TOO_MANY_REQUESTS, e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail tooLarge(LargeBodyException e) {
        return Problems.of(HttpStatus.CONTENT_TOO_LARGE, e.getMessage());
    }

    /** Rounded up, so that a caller that waits so long is let in. */
    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
