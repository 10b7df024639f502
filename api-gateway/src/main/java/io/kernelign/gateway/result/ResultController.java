package io.kernelign.gateway.result;

import io.kernelign.contracts.Comparison;
import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.ResultsApi;
import io.kernelign.contracts.RunView;
import io.kernelign.input.Required;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
    private final ResultsApi results;

    ResultController(MetricsApi metrics, ResultsApi results) {
        this.metrics = metrics;
        this.results = results;
    }

    @GetMapping
    @Operation(
            summary = "Lists runs, newest first: all, or those that a filter leaves.",
            description = "kernel and divergence go by their names; tag is key:value.")
    Page<RunView> list(
            Caller caller,
            @RequestParam(required = false) String datasetId,
            @RequestParam(required = false) String model,
            @RequestParam(required = false) String kernel,
            @RequestParam(required = false) String divergence,
            @RequestParam(required = false) String tag,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return metrics.runs(caller.tenant(), datasetId, model, kernel, divergence, tag, cursor, limit);
    }

    @GetMapping("/compare")
    @Operation(
            summary = "Runs side by side: their values with differences to the first run's, their curves by step.",
            description =
                    "runs are 2 to 20 ids; metrics are 1 to 20 of the form split:name, such as held_out:loss. A curve"
                            + " has at every step the value measured there or the latest before, and none outside of its ends.")
    Comparison compare(
            Caller caller,
            @RequestParam List<String> runs,
            @RequestParam List<String> metrics,
            @RequestParam(defaultValue = "200") int maxPoints) {
        return results.compare(
                caller.tenant(), Required.values("runs", runs), Required.values("metrics", metrics), maxPoints);
    }
}
