package io.kernelign.gateway.job;

import io.kernelign.contracts.JobVerdict;
import io.kernelign.contracts.VerdictApi;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a step of a pipeline asks: whether to go on, to wait, or to fail. */
@RestController
@RequestMapping("/api/v1/jobs/{id}/verdict")
@Tag(name = "Jobs")
class JobVerdictController {

    private final VerdictApi verdicts;

    JobVerdictController(VerdictApi verdicts) {
        this.verdicts = verdicts;
    }

    @GetMapping
    @Operation(
            summary = "Whether a job has succeeded, and its figures are what they are to be.",
            description =
                    "Each gate compares a figure of the job's results with a number; a figure that was not measured"
                            + " passes none.")
    @ApiResponse(
            responseCode = "200",
            description = "The job has succeeded, and every gate holds.",
            content = @Content(schema = @Schema(implementation = JobVerdict.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The job has not ended.",
            content = @Content(schema = @Schema(implementation = JobVerdict.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The job has failed, was cancelled, or does not pass a gate; `gates` has the value of each.",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    ResponseEntity<JobVerdict> verdict(
            Caller caller,
            @PathVariable String id,
            @Parameter(description = "By >=, <=, > or <, such as preference_accuracy>=0.7; up to 20.")
                    @RequestParam(defaultValue = "")
                    List<String> gate) {
        var verdict = verdicts.verdict(caller.tenant(), id, gate);
        return ResponseEntity.status(verdict.passed() == null ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(verdict);
    }
}
