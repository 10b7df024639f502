package io.kernelign.gateway.result;

import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.RunView;
import io.kernelign.gateway.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What metrics-service keeps of all runs. */
@RestController
@RequestMapping("/api/v1/results")
@Tag(name = "Results")
class ResultController {

    private final MetricsApi metrics;

    ResultController(MetricsApi metrics) {
        this.metrics = metrics;
    }

    @GetMapping
    @Operation(summary = "Lists runs, newest first, of all data sets or of one.")
    Page<RunView> list(
            Caller caller,
            @RequestParam(required = false) String datasetId,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return metrics.runs(caller.tenant(), datasetId, cursor, limit);
    }
}
