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

/** What trainer-service answers about benchmarks of models. */
@HttpExchange("/internal/v1/evaluations")
public interface EvaluationApi {

    /**
     * Makes an evaluation; the same request sent again makes no other, but answers with it.
     *
     * @param key {@code null} for none
     * @param spec as the user wrote it, unchecked; {@link #schema} says what it may hold
     */
    @PostExchange
    EvaluationView create(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestHeader(name = Idempotency.HEADER, required = false) String key,
            @RequestBody Map<String, Object> spec);

    @GetExchange("/{id}")
    EvaluationView evaluation(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** @param job only those of what this job has trained, or began with; {@code null} for all */
    @GetExchange
    Page<EvaluationView> evaluations(
            @RequestHeader(Tenancy.HEADER) String tenant,
            @RequestParam(required = false) String job,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "20") int limit);

    /** Harmless when it has ended. */
    @PostExchange("/{id}/cancel")
    EvaluationView cancel(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /**
     * The benchmarks that both have answered, on the questions that are decided in both.
     *
     * @param before id of another evaluation, which counts as the earlier one
     */
    @GetExchange("/{id}/comparison")
    List<BenchmarkComparison> comparison(
            @RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id, @RequestParam String before);

    /** One file for each benchmark that has ended: its questions, what was answered, and the verdicts. */
    @GetExchange("/{id}/artifacts")
    List<ArtifactView> artifacts(@RequestHeader(Tenancy.HEADER) String tenant, @PathVariable String id);

    /** JSON Schema of an evaluation's spec: every field with its default, range and sentence. */
    @GetExchange("/schema")
    Map<String, Object> schema(@RequestHeader(Tenancy.HEADER) String tenant);
}
