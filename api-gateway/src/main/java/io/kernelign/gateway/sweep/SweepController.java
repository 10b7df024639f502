package io.kernelign.gateway.sweep;

import io.kernelign.contracts.HeatmapView;
import io.kernelign.contracts.Idempotency;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.ParallelCoordinatesView;
import io.kernelign.contracts.SweepApi;
import io.kernelign.contracts.SweepEstimate;
import io.kernelign.contracts.SweepRequest;
import io.kernelign.contracts.SweepView;
import io.kernelign.gateway.dataset.DatasetLibrary;
import io.kernelign.gateway.limit.JobLimit;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sweeps: the gateway finds the data set, trainer-service checks everything else and owns them. */
@RestController
@RequestMapping("/api/v1/sweeps")
@Tag(name = "Sweeps")
class SweepController {

    private static final String BASE = "base";
    private static final String DATASET = "dataset";
    private static final String EVAL_DATASET = "evalDataset";

    private final DatasetLibrary datasets;
    private final SweepApi sweeps;
    private final JobLimit limit;

    SweepController(DatasetLibrary datasets, SweepApi sweeps, JobLimit limit) {
        this.datasets = datasets;
        this.sweeps = sweeps;
        this.limit = limit;
    }

    @PostMapping
    @Operation(
            summary = "Starts a search over fields of a job.",
            description = "Each trial is a job of its own. With dryRun=true answers the resolved spec, how many trials"
                    + " there would be and what they would cost, and stores nothing.")
    @ApiResponse(
            responseCode = "201",
            description = "The sweep is queued.",
            content = @Content(schema = @Schema(implementation = SweepView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What the sweep would be and cost.",
            content = @Content(schema = @Schema(implementation = SweepEstimate.class)))
    ResponseEntity<?> create(
            Caller caller,
            @Parameter(description = "Names this request: sent again with it within a day, it makes no other sweep.")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Map<String, Object> spec) {
        var base = spec.get(BASE) instanceof Map<?, ?> job ? job : Map.of();
        var dataset = datasets.named(caller.tenant(), BASE + "." + DATASET, base.get(DATASET));
        var evaluation = base.get(EVAL_DATASET) == null
                ? null
                : datasets.named(caller.tenant(), BASE + "." + EVAL_DATASET, base.get(EVAL_DATASET))
                        .ref();
        var request = new SweepRequest(spec, dataset.ref(), evaluation);
        if (dryRun) {
            return ResponseEntity.ok(sweeps.estimate(caller.tenant(), request));
        }
        var sweep = limit.within(caller.tenant(), () -> sweeps.create(caller.tenant(), key, request));
        return ResponseEntity.created(URI.create("/api/v1/sweeps/" + sweep.id()))
                .body(sweep);
    }

    @GetMapping
    @Operation(summary = "Lists sweeps, newest first, without their trials.")
    Page<SweepView> list(
            Caller caller,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return sweeps.sweeps(caller.tenant(), cursor, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One sweep: its state, every trial that has begun, and the best of them.")
    SweepView get(Caller caller, @PathVariable String id) {
        return sweeps.sweep(caller.tenant(), id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Cancels a sweep and the jobs of its trials; harmless when it has ended.")
    SweepView cancel(Caller caller, @PathVariable String id) {
        return sweeps.cancel(caller.tenant(), id);
    }

    @GetMapping("/{id}/best")
    @Operation(summary = "The best trial as the spec of a job, ready to be submitted; 409 before there is a score.")
    Map<String, Object> best(Caller caller, @PathVariable String id) {
        return sweeps.best(caller.tenant(), id);
    }

    @GetMapping("/{id}/heatmap")
    @Operation(
            summary = "The mean score over two dimensions, kernel and divergence where they are varied.",
            description = "At heatmap.svg the same as an image.")
    HeatmapView heatmap(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) String rows,
            @RequestParam(required = false) String columns) {
        return sweeps.heatmap(caller.tenant(), id, rows, columns);
    }

    @GetMapping(path = "/{id}/heatmap.svg", produces = "image/svg+xml")
    @Operation(summary = "The heatmap as an image: the darker, the better.")
    String heatmapImage(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) String rows,
            @RequestParam(required = false) String columns) {
        return HeatmapImage.of(sweeps.heatmap(caller.tenant(), id, rows, columns));
    }

    @GetMapping("/{id}/parallel-coordinates")
    @Operation(summary = "Every trial with a score as a line across the dimensions.")
    ParallelCoordinatesView parallelCoordinates(Caller caller, @PathVariable String id) {
        return sweeps.parallelCoordinates(caller.tenant(), id);
    }
}
