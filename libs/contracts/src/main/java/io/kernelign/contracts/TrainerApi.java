package io.kernelign.contracts;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What trainer-service answers to the other services. */
@HttpExchange("/internal/v1")
public interface TrainerApi {

    /**
     * Makes a job; the same request sent again makes no other, but answers with it.
     *
     * @param key {@code null} for none
     * @param again whether a request without a key is sent again
     */
    @PostExchange("/jobs")
    JobView create(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestHeader(name = Idempotency.HEADER, required = false) String key,
            @RequestHeader(name = Idempotency.AGAIN, defaultValue = "false") boolean again,
            @RequestBody JobRequest request);

    /** Makes a job that nobody asks for twice. */
    default JobView create(String tenant, JobRequest request) {
        return create(tenant, null, false, request);
    }

    /** Checks and resolves a job as {@link #create} does, and stores nothing. */
    @PostExchange("/jobs/estimate")
    JobEstimate estimate(@RequestHeader(Tenancy.HEADER) String tenant, @RequestBody JobRequest request);

    @GetExchange("/jobs/{id}")
    JobView job(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** @param datasetId only jobs that train or are evaluated on this data set */
    @GetExchange("/jobs")
    Page<JobView> jobs(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String datasetId,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit);

    /** How many jobs have not ended: those that wait, run or are paused. */
    @GetExchange("/unfinished-jobs/count")
    long unfinishedJobs(@RequestHeader(Tenancy.HEADER) String tenant);

    /** Cancels; harmless when the job has ended. */
    @PostExchange("/jobs/{id}/cancel")
    JobView cancel(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** Has no worker go on with a job until it is resumed; harmless when it is paused already. */
    @PostExchange("/jobs/{id}/pause")
    JobView pause(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** Harmless when the job is not paused. */
    @PostExchange("/jobs/{id}/resume")
    JobView resume(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** Queues a job again that failed or was cancelled; any other is a conflict. */
    @PostExchange("/jobs/{id}/retry")
    JobView retry(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** Events with an id above {@code after}, oldest first. */
    @GetExchange("/jobs/{id}/events")
    List<JobEvent> events(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit);

    /**
     * Events with an id below {@code before}, newest first.
     *
     * @param type only those of it; {@code null} for all
     */
    @GetExchange("/jobs/{id}/newest-events")
    List<JobEvent> newestEvents(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @PathVariable String id,
            @RequestParam(required = false) String type,
            @RequestParam long before,
            @RequestParam(defaultValue = "100") int limit);

    @GetExchange("/jobs/{id}/artifacts")
    List<ArtifactView> artifacts(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** Bytes of the artifacts of all its jobs, and of the benchmarks' files that it uploaded. */
    @GetExchange("/stored-bytes")
    long storedBytes(@RequestHeader(Tenancy.HEADER) String tenant);

    /** JSON Schema of a job's spec: every field with its default, range and sentence. */
    @GetExchange("/schemas/job")
    Map<String, Object> jobSchema(@RequestHeader(Tenancy.HEADER) String tenant);

    /** Tokenizes the pairs of a data set, or a sample of very many. */
    @PostExchange("/token-reports")
    TokenReport tokenReport(@RequestHeader(Tenancy.HEADER) String tenant, @RequestBody TokenReportRequest request);

    @GetExchange("/models")
    List<ModelView> models(@RequestHeader(Tenancy.HEADER) String tenant);

    /**
     * What the kernel of an objective makes of margins.
     *
     * @param objective as a job has it, unchecked; never {@code "auto"}
     */
    @PostExchange("/objectives/psi")
    PsiCurve psi(@RequestHeader(Tenancy.HEADER) String tenant, @RequestBody Map<String, Object> objective);

    /** The kernels, links and divergences that a job may name. */
    @GetExchange("/objectives")
    Map<String, Object> objectives(@RequestHeader(Tenancy.HEADER) String tenant);
}
