package io.kernelign.gateway.upload;

import io.kernelign.data.RejectedDataException;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.input.FieldError;
import io.kernelign.service.problem.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why data is not taken, as problem details. */
final class Refusals {

    private Refusals() {}

    static ProblemDetail of(RejectedDataException e) {
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

    static ProblemDetail of(UnusableInputException e) {
        var error = new FieldError(e.field(), e.found(), e.accepted(), e.getMessage());
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), List.of(error));
    }
}
