package io.kernelign.gateway.dataset;

import io.kernelign.data.RejectedDataException;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.input.FieldError;
import io.kernelign.service.problem.Problems;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** What an upload can be refused for, as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadAdvice {

    @ExceptionHandler
    ProblemDetail badRows(RejectedDataException e) {
        var report = e.report();
        var problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
        problem.setProperty(
                "errors",
                report.defects().stream()
                        .filter(defect -> !defect.kind().isWarning())
                        .map(RowError::of)
                        .toList());
        problem.setProperty("unlistedErrors", report.unlistedDefects());
        problem.setProperty("rows", report.rows());
        problem.setProperty("badRows", report.badRows());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail badFile(UnusableInputException e) {
        var error = new FieldError(e.field(), e.found(), e.accepted(), e.getMessage());
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), List.of(error));
    }

    @ExceptionHandler
    ProblemDetail badForm(MultipartException e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "The multipart form cannot be read: " + e.getMessage());
    }
}
