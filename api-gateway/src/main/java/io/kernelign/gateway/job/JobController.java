package io.kernelign.gateway.job;

import io.kernelign.contracts.Idempotency;
import io.kernelign.contracts.JobEstimate;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobView;
import io.kernelign.contracts.Page;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.gateway.behind.Told;
import io.kernelign.gateway.behind.TrainerReads;
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

/** Jobs: the gateway finds the data set, trainer-service checks everything else and owns them. */
@RestController
@RequestMapping("/api/v1/jobs")
@Tag(name = "Jobs")
class JobController {

    private static final String DATASET = "dataset";
    private static final String EVAL_DATASET = "evalDataset";

    private final DatasetLibrary datasets;
    private final TrainerApi trainer;
    private final TrainerReads reads;
    private final JobLimit limit;

    JobController(DatasetLibrary datasets, TrainerApi trainer, TrainerReads reads, JobLimit limit) {
        this.datasets = datasets;
        this.trainer = trainer;
        this.reads = reads;
        this.limit = limit;
    }

    @PostMapping
    @Operation(
            summary = "Submits a job.",
            description = "With dryRun=true answers the resolved spec and what it would cost, and stores nothing.")
    @ApiResponse(
            responseCode = "201",
            description = "The job is queued.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @ApiResponse(
            responseCode = "200",
            description =
                    "What the job would be, with its memory part by part, whether that fits, and what would make it"
                            + " fit.",
            content = @Content(schema = @Schema(implementation = JobEstimate.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "The job cannot fit the worker's memory or disk; `memory` says, as dryRun does, what it needs, what"
                            + " there is, and which changes make it fit.",
            content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    ResponseEntity<?> create(
            Caller caller,
            @Parameter(description = "Names this request: sent again with it within a day, it makes no other job.")
                    @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Map<String, Object> spec) {
        var dataset = datasets.named(caller.tenant(), DATASET, spec.get(DATASET));
        var evaluation = spec.get(EVAL_DATASET) == null
                ? null
                : datasets.named(caller.tenant(), EVAL_DATASET, spec.get(EVAL_DATASET))
                        .ref();
        var request = new JobRequest(spec, dataset.ref(), evaluation);
        if (dryRun) {
            return ResponseEntity.ok(trainer.estimate(caller.tenant(), request));
        }
        var job = limit.within(caller.tenant(), () -> trainer.create(caller.tenant(), key, false, request));
        return ResponseEntity.created(URI.create("/api/v1/jobs/" + job.id())).body(job);
    }

    @GetMapping
    @Operation(summary = "Lists jobs, newest first.")
    Told<Page<JobView>> list(
            Caller caller,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String datasetId,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return reads.jobs(caller.tenant(), state, datasetId, cursor, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One job: its state, its resolved spec and how far it is.")
    Told<JobView> get(Caller caller, @PathVariable String id) {
        return reads.job(caller.tenant(), id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Cancels a job; harmless when it has ended.")
    JobView cancel(Caller caller, @PathVariable String id) {
        return trainer.cancel(caller.tenant(), id);
    }

    @PostMapping("/{id}/pause")
    @Operation(
            summary = "Pauses a job: it leaves a checkpoint after its step, and its place to others.",
            description = "Its state stays what it was. Harmless when it is paused already; 409 when it has ended.")
    JobView pause(Caller caller, @PathVariable String id) {
        return trainer.pause(caller.tenant(), id);
    }

    @PostMapping("/{id}/resume")
    @Operation(
            summary = "Resumes a paused job, from where it stood.",
            description = "Harmless when it is not paused; 409 when it has ended.")
    JobView resume(Caller caller, @PathVariable String id) {
        return trainer.resume(caller.tenant(), id);
    }

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Has a job tried again that failed or was cancelled.",
            description = "The same job with the same spec is queued for another attempt. It goes on from its newest"
                    + " checkpoint where there is one, and begins anew where there is none; its log goes on. 409"
                    + " when it has not ended, has succeeded, or belongs to a sweep.")
    JobView retry(Caller caller, @PathVariable String id) {
        return limit.within(caller.tenant(), () -> trainer.retry(caller.tenant(), id));
    }
}
