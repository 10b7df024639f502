package io.kernelign.service.problem;

import io.kernelign.input.FieldError;
import io.kernelign.service.http.RequestId;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Builds problem details (RFC 9457); every one carries the request's id. */
public final class Problems {

    /** How long whoever is answered with a 503 is asked to wait. */
    public static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private Problems() {}

    /** A problem with one sentence. */
    public static ProblemDetail of(HttpStatusCode status, String sentence) {
        return stamped(ProblemDetail.forStatusAndDetail(status, sentence));
    }

    /** A problem with a list {@code errors} of {field, found, accepted, message}. */
    public static ProblemDetail of(HttpStatusCode status, String sentence, List<FieldError> errors) {
        var problem = of(status, sentence);
        problem.setProperty("errors", errors);
        return problem;
    }

    /** A conflict with its details as members. */
    public static ProblemDetail of(ConflictException conflict) {
        var problem = of(HttpStatus.CONFLICT, conflict.getMessage());
        conflict.details().forEach(problem::setProperty);
        return problem;
    }

    static ProblemDetail stamped(ProblemDetail problem) {
        problem.setProperty("requestId", RequestId.current());
        return problem;
    }
}
