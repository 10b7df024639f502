package io.kernelign.service.problem;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.blob.BlobStoreAwayException;
import io.kernelign.service.database.DatabaseAway;
import io.kernelign.service.http.RequestId;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every exception that leaves a controller into a problem detail. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidInputException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, e.getMessage(), e.errors());
    }

    @ExceptionHandler
    ProblemDetail absent(NotFoundException e) {
        return Problems.of(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException e) {
        return Problems.of(e);
    }

    /** The query or a form breaks off, is coded wrongly, or has a value without a name. */
    @ExceptionHandler
    ProblemDetail unreadable(InvalidParameterException e) {
        return FullDisk.is(e)
                ? FullDisk.problem()
                : Problems.of(
                        HttpStatusCode.valueOf(e.getErrorCode()), "The query or the form sent is not well-formed.");
    }

    /** What nobody may send, such as a name with control characters. */
    @ExceptionHandler
    ProblemDetail rejected(RequestRejectedException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    /** A service behind this one answered with a problem: its words are passed on, as an answer to what was asked here. */
    @ExceptionHandler
    ProblemDetail upstream(RestClientResponseException e) {
        var headers = e.getResponseHeaders();
        var type = headers == null ? null : headers.getContentType();
        if (MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)) {
            var problem = e.getResponseBodyAs(ProblemDetail.class);
            problem.setInstance(null);
            return problem;
        }
        LOG.error("a service behind this one answered {} without a problem detail", e.getStatusCode(), e);
        return Problems.of(HttpStatus.BAD_GATEWAY, "A service behind this one gave an answer without sense.");
    }

    @ExceptionHandler
    ProblemDetail unreachable(ResourceAccessException e) {
        LOG.warn("a service behind this one does not answer: {}", e.getMessage());
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "A service that is needed for this does not answer; try again soon.");
    }

    @ExceptionHandler
    ProblemDetail storeAway(BlobStoreAwayException e) {
        LOG.warn("the blob store is away: {}", e.getMessage());
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "The store of files does not answer at the moment; try again soon.");
    }

    /** A caller that went away gets no answer and is no failure of ours. */
    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("the caller went away", e);
            return null;
        }
        if (UnstorableText.is(e)) {
            return UnstorableText.problem();
        }
        if (DatabaseAway.is(e)) {
            LOG.warn("the database is away: {}", e.getMessage());
            return Problems.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer at the moment; try again soon.");
        }
        LOG.error("unexpected failure", e);
        if (FullDisk.is(e)) {
            return FullDisk.problem();
        }
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed on our side; the log has it under the request id " + RequestId.current() + ".");
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refuse(status, BadParameter.of(e));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refuse(status, FieldError.missing(e.getParameterName(), "a value"));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status).body(Problems.of(status, UnreadableBody.sentence(e)));
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .body(Problems.of(
                        status, "There is nothing at " + e.getHttpMethod() + " /" + e.getResourcePath() + "."));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return new ResponseEntity<>(body instanceof ProblemDetail p ? Problems.stamped(p) : body, headers, status);
    }

    private static ResponseEntity<Object> refuse(HttpStatusCode status, FieldError error) {
        return ResponseEntity.status(status).body(Problems.of(status, error.message(), List.of(error)));
    }
}
