package io.kernelign.gateway.openai;

import io.kernelign.contracts.Idempotency;
import io.kernelign.contracts.JobEvent;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.gateway.dataset.DatasetLibrary;
import io.kernelign.gateway.limit.JobLimit;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.access.Caller;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs, which are those of {@code /api/v1/jobs}. */
@RestController
@RequestMapping("/v1/fine_tuning/jobs")
@Tag(name = "OpenAI")
class FineTuningController {

    private static final String CHECKPOINT = "checkpoint";
    private static final Pattern ID = Pattern.compile("\\w+");

    /** By which OpenAI's clients, which give requests no names, tell how often they have sent one before. */
    private static final String RETRIES = "X-Stainless-Retry-Count";

    private final DatasetLibrary datasets;
    private final TrainerApi trainer;
    private final JobLimit limit;
    private final Clock clock;

    FineTuningController(DatasetLibrary datasets, TrainerApi trainer, JobLimit limit, Clock clock) {
        this.datasets = datasets;
        this.trainer = trainer;
        this.limit = limit;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Submits a job.",
            description =
                    "method is {\"type\": \"dpo\"} with OpenAI's hyperparameters, or {\"type\": \"dpo_kernels\"} with"
                            + " the fields objective, selection, pilot, training, evaluation and export of POST /api/v1/jobs; the"
                            + " text of the same object may stand in metadata under kernelign.")
    FineTuningJob create(
            Caller caller,
            @RequestHeader(name = Idempotency.HEADER, required = false) String key,
            @Parameter(hidden = true) @RequestHeader(name = RETRIES, defaultValue = "0") int retries,
            @RequestBody Map<String, Object> body) {
        var request = FineTuningRequest.read(body);
        var tenant = caller.tenant();
        var training = datasets.named(tenant, FineTuningRequest.TRAINING_FILE, request.trainingFile());
        var validation = request.validationFile() == null
                ? null
                : datasets.named(tenant, FineTuningRequest.VALIDATION_FILE, request.validationFile())
                        .ref();
        var spec = request.spec(defaultLearningRate(tenant));
        var wanted = new JobRequest(spec, training.ref(), validation);
        return view(tenant).apply(limit.within(tenant, () -> trainer.create(tenant, key, retries > 0, wanted)));
    }

    @GetMapping
    @Operation(summary = "Lists jobs, newest first.")
    OpenAiList<FineTuningJob> list(
            Caller caller,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "20") int limit,
            @Parameter(hidden = true) @RequestParam Map<String, String> query) {
        refuseFilters(query);
        var cursor = after == null ? null : cursor(trainer.job(caller.tenant(), id(after)));
        var page = trainer.jobs(caller.tenant(), null, null, cursor, limit);
        return OpenAiList.of(page.items().stream().map(view(caller.tenant())).toList(), page.next() != null);
    }

    private static void refuseFilters(Map<String, String> query) {
        query.forEach((name, value) -> {
            if (name.startsWith("metadata")) {
                throw new InvalidInputException(FieldError.unacceptable(name, value, "nothing: jobs are not filtered"));
            }
        });
    }

    private static String id(String after) {
        if (!ID.matcher(after).matches()) {
            throw new InvalidInputException(
                    FieldError.unacceptable("after", after, "the id of an element of the list"));
        }
        return after;
    }

    private static String cursor(JobView job) {
        return new Cursor(job.createdAt(), job.id()).text();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One job.")
    FineTuningJob get(Caller caller, @PathVariable String id) {
        return view(caller.tenant()).apply(trainer.job(caller.tenant(), id));
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Cancels a job; harmless when it has ended.")
    FineTuningJob cancel(Caller caller, @PathVariable String id) {
        return view(caller.tenant()).apply(trainer.cancel(caller.tenant(), id));
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Pauses a job, with a checkpoint of where it stands; 409 when it has ended.")
    FineTuningJob pause(Caller caller, @PathVariable String id) {
        return view(caller.tenant()).apply(trainer.pause(caller.tenant(), id));
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Resumes a paused job; 409 when it has ended.")
    FineTuningJob resume(Caller caller, @PathVariable String id) {
        return view(caller.tenant()).apply(trainer.resume(caller.tenant(), id));
    }

    @GetMapping("/{id}/events")
    @Operation(summary = "A job's log, newest first.")
    OpenAiList<FineTuningEvent> events(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "20") int limit) {
        return newest(caller, id, null, after, limit, event -> FineTuningEvent.of(id, event));
    }

    @GetMapping("/{id}/checkpoints")
    @Operation(summary = "The checkpoints that a job has written, newest first.")
    OpenAiList<FineTuningCheckpoint> checkpoints(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "10") int limit) {
        return newest(caller, id, CHECKPOINT, after, limit, event -> FineTuningCheckpoint.of(id, event));
    }

    private <T extends OpenAiObject> OpenAiList<T> newest(
            Caller caller, String id, String type, String after, int limit, Function<JobEvent, T> object) {
        var found = trainer.newestEvents(caller.tenant(), id, type, FineTuningEvent.number(after), Pages.lookup(limit));
        var shown = found.subList(0, Math.min(limit, found.size()));
        return OpenAiList.of(shown.stream().map(object).toList(), found.size() > limit);
    }

    private Function<JobView, FineTuningJob> view(String tenant) {
        return view(tenant, defaultLearningRate(tenant));
    }

    private Function<JobView, FineTuningJob> view(String tenant, double learningRate) {
        return job -> FineTuningJob.of(job, tenant, learningRate, resultFiles(tenant, job), clock.instant());
    }

    /** None before the job has succeeded: a page of jobs would ask for those of each. */
    private List<String> resultFiles(String tenant, JobView job) {
        if (job.state() != JobState.SUCCEEDED) {
            return List.of();
        }
        return trainer.artifacts(tenant, job.id()).stream()
                .map(artifact -> ResultFileId.of(job.id(), artifact.name()).text())
                .toList();
    }

    /** The trainer's to say, which describes what a job is made of. */
    private double defaultLearningRate(String tenant) {
        Object at = trainer.jobSchema(tenant);
        for (var name : List.of("properties", "training", "properties", "learningRate", "default")) {
            at = ((Map<?, ?>) at).get(name);
        }
        return ((Number) at).doubleValue();
    }
}
