package io.kernelign.gateway.evaluation;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.contracts.BenchmarkComparison;
import io.kernelign.contracts.EvaluationApi;
import io.kernelign.contracts.EvaluationView;
import io.kernelign.contracts.Idempotency;
import io.kernelign.contracts.Page;
import io.kernelign.gateway.job.ArtifactFile;
import io.kernelign.service.access.Caller;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.problem.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Benchmarks of models: trainer-service checks everything and owns them. */
@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluations")
class EvaluationController {

    private final EvaluationApi evaluations;
    private final BlobStore blobs;

    EvaluationController(EvaluationApi evaluations, BlobStore blobs) {
        this.evaluations = evaluations;
        this.blobs = blobs;
    }

    @PostMapping
    @Operation(summary = "Starts benchmarks of a base model, or of what a job has trained.")
    @ApiResponse(
            responseCode = "201",
            description = "The evaluation is queued.",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    ResponseEntity<EvaluationView> create(
            Caller caller,
            @Parameter(
                            description =
                                    "Names this request: sent again with it within a day, it makes no other evaluation.")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            @RequestBody Map<String, Object> spec) {
        var evaluation = evaluations.create(caller.tenant(), key, spec);
        return ResponseEntity.created(URI.create("/api/v1/evaluations/" + evaluation.id()))
                .body(evaluation);
    }

    @GetMapping
    @Operation(summary = "Lists evaluations, newest first; with job only those of that job.")
    Page<EvaluationView> list(
            Caller caller,
            @RequestParam(required = false) String job,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return evaluations.evaluations(caller.tenant(), job, cursor, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One evaluation: its state, how far it is, and the figures so far with their intervals.")
    EvaluationView get(Caller caller, @PathVariable String id) {
        return evaluations.evaluation(caller.tenant(), id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(
            summary = "Cancels an evaluation; harmless when it has ended.",
            description = "409 for one that is part of a job, which can be cancelled itself.")
    EvaluationView cancel(Caller caller, @PathVariable String id) {
        return evaluations.cancel(caller.tenant(), id);
    }

    @GetMapping("/{id}/comparison")
    @Operation(
            summary = "Its figures beside those of an earlier one, on the questions that are decided in both.",
            description = "With the interval of the difference and McNemar's exact test.")
    List<BenchmarkComparison> comparison(Caller caller, @PathVariable String id, @RequestParam String before) {
        return evaluations.comparison(caller.tenant(), id, before);
    }

    @GetMapping("/{id}/artifacts")
    @Operation(summary = "Lists its files, one for each benchmark that has ended.")
    List<ArtifactView> artifacts(Caller caller, @PathVariable String id) {
        return evaluations.artifacts(caller.tenant(), id);
    }

    @GetMapping("/{id}/artifacts/{name}")
    @Operation(summary = "One file: a question, what was answered and the verdict on each line; whole or in ranges.")
    @ApiResponse(responseCode = "200", description = "The file.", content = @Content(mediaType = MediaType.ALL_VALUE))
    ResponseEntity<Resource> artifact(Caller caller, @PathVariable String id, @PathVariable String name)
            throws IOException {
        return evaluations.artifacts(caller.tenant(), id).stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .map(artifact -> new ArtifactFile(artifact, blobs))
                .orElseThrow(() -> new NotFoundException("artifact of evaluation " + id, name))
                .answer();
    }
}
