package io.kernelign.gateway.job;

import io.kernelign.contracts.PointExportApi;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a job has measured, as a file, sent on as it comes. */
@RestController
@RequestMapping("/api/v1/jobs/{id}/metrics/export")
@Tag(name = "Jobs")
class MetricsExportController {

    private final PointExportApi metrics;

    MetricsExportController(PointExportApi metrics) {
        this.metrics = metrics;
    }

    @GetMapping
    @Operation(
            summary = "Every point of every curve of a job as a file.",
            description =
                    "Columns are split, name, step, value and at. value is null, and empty in CSV, where it was not a"
                            + " finite number.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(mediaType = "text/csv"),
                                @Content(mediaType = "application/jsonl"),
                                @Content(mediaType = "application/vnd.apache.parquet")
                            }))
    void export(
            Caller caller,
            @PathVariable String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"csv", "jsonl", "parquet"},
                                            defaultValue = "csv"))
                    @RequestParam(defaultValue = "csv")
                    String format,
            HttpServletResponse response)
            throws IOException {
        var file = metrics.points(caller.tenant(), id, format);
        try (var content = file.getBody()) {
            response.setContentType(String.valueOf(file.getHeaders().getContentType()));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(id + "." + format)
                            .build()
                            .toString());
            content.transferTo(response.getOutputStream());
        }
    }
}
