package io.kernelign.gateway.upload;

import io.kernelign.data.RejectedDataException;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.service.problem.FullDisk;
import io.kernelign.service.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What an upload can be refused for, as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadAdvice {

    private final UploadSettings settings;

    UploadAdvice(UploadSettings settings) {
        this.settings = settings;
    }

    @ExceptionHandler
    ProblemDetail badRows(RejectedDataException e) {
        return Refusals.of(e);
    }

    @ExceptionHandler
    ProblemDetail badFile(UnusableInputException e) {
        return Refusals.of(e);
    }

    @ExceptionHandler
    ProblemDetail refused(UploadRefusal e) {
        return Problems.of(e.status(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail broken(BrokenBodyException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail largeForm(MaxUploadSizeExceededException e) {
        return refused(TooLarge.upload(settings.maxBytes()));
    }

    @ExceptionHandler
    ProblemDetail badForm(MultipartException e) {
        return FullDisk.is(e)
                ? FullDisk.problem()
                : Problems.of(HttpStatus.BAD_REQUEST, "The multipart form cannot be read: " + e.getMessage());
    }
}
