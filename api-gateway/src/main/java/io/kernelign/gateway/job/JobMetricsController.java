package io.kernelign.gateway.job;

import io.kernelign.contracts.MetricsApi;
import io.kernelign.contracts.RunView;
import io.kernelign.contracts.Series;
import io.kernelign.gateway.behind.MetricsReads;
import io.kernelign.gateway.behind.Told;
import io.kernelign.input.Required;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a job has measured; its run in metrics-service goes by the job's id. */
@RestController
@RequestMapping("/api/v1/jobs/{id}/metrics")
@Tag(name = "Jobs")
class JobMetricsController {

    private final MetricsApi metrics;
    private final MetricsReads reads;

    JobMetricsController(MetricsApi metrics, MetricsReads reads) {
        this.metrics = metrics;
        this.reads = reads;
    }

    @GetMapping(params = {"!split", "!name"})
    @Operation(
            summary = "Every curve of a job in a few numbers; with split and name, one curve.",
            description = "A curve has at most maxPoints points, chosen so that its shape stays.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "split",
            description = "train or held_out; with name.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "name",
            description = "Of the curve; with split.",
            schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "maxPoints", schema = @Schema(type = "integer", defaultValue = "500"))
    @ApiResponse(
            responseCode = "200",
            description = "All curves, or one.",
            content = @Content(schema = @Schema(oneOf = {RunView.class, Series.class})))
    Told<RunView> summary(Caller caller, @PathVariable String id) {
        return reads.run(caller.tenant(), id);
    }

    @GetMapping
    @Operation(hidden = true)
    Series series(
            Caller caller,
            @PathVariable String id,
            @RequestParam String split,
            @RequestParam String name,
            @RequestParam(defaultValue = "500") int maxPoints) {
        return metrics.series(caller.tenant(), id, split, name, maxPoints);
    }

    @GetMapping("/curves")
    @Operation(
            summary = "Several curves of a job at once, in the order asked for.",
            description =
                    "metrics are 1 to 100 of the form split:name, such as held_out:loss. Each curve has at most maxPoints"
                            + " points, chosen so that its shape stays; one that was not measured has none.")
    List<Series> curves(
            Caller caller,
            @PathVariable String id,
            @RequestParam List<String> metrics,
            @RequestParam(defaultValue = "500") int maxPoints) {
        return this.metrics.curves(caller.tenant(), id, Required.values("metrics", metrics), maxPoints);
    }
}
